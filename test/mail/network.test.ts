import { emptyPass, forward, type Layers, slopeOf } from '../../mail/classify/network';
import { NETWORK, type Row, trainNetwork } from '../../mail/classify/network-training';

/** A mail of features, each counted once, that is of one of two kinds. */
function row(columns: number[], kind: 0 | 1): Row {
  return {
    columns: Int32Array.from(columns),
    values: Float64Array.from(columns, () => 1),
    right: Uint8Array.from([kind === 0 ? 1 : 0, kind === 1 ? 1 : 0]),
    weight: 1,
  };
}

/** The first feature stands in all; the second and the third mean one thing alone and another together. */
const TOGETHER = [row([0], 0), row([0, 1], 1), row([0, 2], 1), row([0, 1, 2], 0)];
const QUICK = { ...NETWORK, width: 8, hidden: 8, epochs: 600, batch: 4, rate: 0.02, leftOut: 0, leftOutWithin: 0 };
const ALL = [true, true, true];

function read(network: ReturnType<typeof trainNetwork>, columns: number[]): Float64Array {
  const pass = emptyPass(network.layers);
  const width = pass.place.length;
  for (const column of columns) {
    for (let at = 0; at < width; at += 1) {
      pass.place[at] = (pass.place[at] ?? 0) + (network.places[column * width + at] ?? 0);
    }
  }
  forward(network.layers, pass);
  return pass.kinds;
}

describe('the network', () => {
  it('learns what two words mean together, which no sum of their weights can', () => {
    const network = trainNetwork(TOGETHER, ALL, QUICK);
    for (const { columns, right } of TOGETHER) {
      const [one = 0, other = 0] = read(network, [...columns]);
      expect(one > other).toBe(right[0] === 1);
    }
  });

  it('learns the same from the same', () => {
    expect(trainNetwork(TOGETHER, ALL, { ...NETWORK, width: 8 })).toEqual(
      trainNetwork(TOGETHER, ALL, { ...NETWORK, width: 8 }),
    );
  });

  it('gives no place to what is not to be learnt', () => {
    const { places } = trainNetwork(TOGETHER, [true, false, true], QUICK);
    expect([...places.subarray(8, 16)]).toEqual(new Array(8).fill(0));
    expect(places.subarray(0, 8).some((each) => each !== 0)).toBe(true);
  });

  it('tells how steeply each dimension moves a kind', () => {
    const layers: Layers = {
      first: Float32Array.of(0.5, -2, 0.25),
      toHidden: Float32Array.of(1, -1, 0.5, 2, 0.75, 1),
      hidden: Float32Array.of(0.1, 0.2),
      toKinds: Float32Array.of(1, 2, 3, -4),
      kinds: Float32Array.of(0, 1),
    };
    const kindsAt = (place: number[]) => {
      const pass = emptyPass(layers);
      pass.place.set(place);
      forward(layers, pass);
      return pass;
    };
    const at = [0.3, 1, 0.9];
    const pass = kindsAt(at);
    for (const kind of [0, 1]) {
      const slope = slopeOf(layers, pass, kind);
      at.forEach((_, dimension) => {
        const moved = kindsAt(at.map((each, d) => each + (d === dimension ? 1e-4 : 0)));
        const change = ((moved.kinds[kind] ?? 0) - (pass.kinds[kind] ?? 0)) / 1e-4;
        expect(slope[dimension]).toBeCloseTo(change, 3);
      });
    }
  });
});
