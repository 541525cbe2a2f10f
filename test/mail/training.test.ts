import { descend } from '../../mail/classify/descent';
import { modelFile, priorRows, readModel } from '../../mail/classify/model';
import type { Layers } from '../../mail/classify/network';
import { PRIOR } from '../../mail/classify/prior';
import { score } from '../../mail/classify/score';
import { sentencesOf } from '../../mail/classify/sentences';
import { type Example, train } from '../../mail/classify/training';
import { trainingMails } from '../../scripts/training-examples';

function example(text: string, kind: Example['kinds'][number]): Example {
  return { features: new Map(), sentences: sentencesOf(text), kinds: [kind], weight: 1 };
}

const EXAMPLES = [
  example('zebra lives here', 'offer'),
  example('a zebra sleeps', 'offer'),
  example('giraffe lives here', 'holding'),
  example('a giraffe sleeps', 'holding'),
];

describe('training', () => {
  it('finds the least of a bowl', () => {
    const bowl = (at: Float64Array, slope: Float64Array) => {
      slope[0] = 2 * ((at[0] ?? 0) - 3);
      slope[1] = 20 * ((at[1] ?? 0) + 1);
      return ((at[0] ?? 0) - 3) ** 2 + 10 * ((at[1] ?? 0) + 1) ** 2;
    };
    const [x, y] = descend(new Float64Array(2), bowl, 50);
    expect(x).toBeCloseTo(3, 3);
    expect(y).toBeCloseTo(-1, 3);
  });

  it('tells words apart that stand in one kind only, read from the file that keeps what was learnt', () => {
    const trained = train(EXAMPLES, priorRows({}));
    const { scores } = score(new Map(), sentencesOf('the zebra'), readModel(modelFile(trained, 1)));
    const [, offer, , holding] = scores;
    expect(offer).toBeGreaterThan(holding ?? 0);
  });

  it('gives the same weights for the same mails', () => {
    expect(train(EXAMPLES, priorRows(PRIOR))).toEqual(train(EXAMPLES, priorRows(PRIOR)));
  });

  it('asks networks that began from other lots', () => {
    const { networks } = train(EXAMPLES, priorRows({}));
    expect(networks.length).toBeGreaterThan(1);
    expect(networks[0]?.toHidden).not.toEqual(networks[1]?.toHidden);
  });

  it('answers what the sums and all networks say together', () => {
    const trained = train(EXAMPLES, priorRows({}));
    const said = sentencesOf('the zebra');
    const silent = trained.networks.map((of) => ({
      ...of,
      toKinds: of.toKinds.map(() => 0),
      kinds: of.kinds.map(() => 0),
    }));
    const scoresOf = (networks: Layers[]) =>
      score(new Map(), said, readModel(modelFile({ ...trained, networks }, 1))).scores;
    const sums = scoresOf(silent);
    const each = trained.networks.map((of, at) => scoresOf(silent.map((quiet, other) => (other === at ? of : quiet))));
    scoresOf(trained.networks).forEach((together, kind) => {
      const alone = each.reduce((sum, scores) => sum + (scores[kind] ?? 0) - (sums[kind] ?? 0), sums[kind] ?? 0);
      expect(together).toBeCloseTo(alone, 5);
    });
  });

  it('reads every training mail, each with a subject or a body of its own', () => {
    const mails = trainingMails();
    expect(mails.length).toBeGreaterThan(1_500);
    expect(mails.filter(({ sentences }) => sentences.length === 0)).toEqual([]);
    expect(new Set(mails.map(({ label }) => label)).size).toBe(10);
  });
});
