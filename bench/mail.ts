/** Reading a mail to the end (parse, visible text, kind, dates) against the bare MIME parser, over the mails of the corpus. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { classify } from '../mail/classify';
import { parseMail } from '../mail/parse';
import { compare, type Figure } from './measure';

const CORPUS = join(__dirname, '..', 'test', 'corpus', 'mails');
const TURNS = 6;

export async function mailFigures(): Promise<Figure[]> {
  const mails = readdirSync(CORPUS).map((name) => readFileSync(join(CORPUS, name)));
  const twin = async () => {
    for (const raw of mails) await PostalMime.parse(raw);
    return mails.length;
  };
  const whole = async () => {
    for (const raw of mails) classify(await parseMail(raw));
    return mails.length;
  };
  const parsing = async () => {
    for (const raw of mails) await parseMail(raw);
    return mails.length;
  };
  const common = { unit: 'mails/s', twinIs: 'postal-mime, parse only', kind: 'rate', twin, turns: TURNS } as const;
  return [
    await compare({
      ...common,
      id: 'mail.read',
      name: 'a mail read: parsed, visible text, kind, dates',
      goal: 0.7,
      ours: whole,
    }),
    await compare({ ...common, id: 'mail.parse', name: 'a mail parsed', goal: null, ours: parsing }),
  ];
}
