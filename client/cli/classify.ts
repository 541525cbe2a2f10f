/** `afterview classify`: what kind of answer a mail is, and what would be done with it. Needs no server. */
import type { Classification, DateFound, DatesFound } from '../../mail/types';
import { reasonsOf, reasonText } from '../web/words/evidence-words';
import { calendarDay } from '../web/words/moments';
import { readInput } from './input';

export interface ClassifyIo {
  json: boolean;
  out: (line: string) => void;
  err: (line: string) => void;
  /** The bytes of a file, or of standard input for `-`. */
  read: (file: string) => Promise<Uint8Array>;
}

/** The shape that callers rely on; more may be added beside it. */
export interface ClassifyLine {
  file: string;
  kind: Classification['kind'];
  confidence: number;
  action: Classification['action'];
  visibleText: string;
  dates: { promisedDate?: string; absentUntil?: string; interviewAt?: string; answerBy?: string };
  bounce: { recipients: string[]; status: string | null; permanent: boolean } | null;
  /** Only where it asks not to be written to again (H14). */
  doNotWrite?: boolean;
  doNotWriteAll?: boolean;
}

/**
 * One line a file, in the order given. Answers the exit code: 0, 1 where a file cannot be read, or 2 where it holds no
 * mail; the others are done.
 */
export async function runClassify(files: readonly string[], io: ClassifyIo): Promise<number> {
  const [{ parseMail }, { classify }, { kindOfHandIn, mailOfText }] = await Promise.all([
    import('../../mail/parse'),
    import('../../mail/classify'),
    import('../../mail/bare-text'),
  ]);
  let code = 0;
  for (const file of files) {
    let raw: Uint8Array;
    try {
      raw = await io.read(file);
    } catch (error) {
      io.err(`classify: ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      code = Math.max(code, 1);
      continue;
    }
    const kind = kindOfHandIn(raw);
    if (kind === 'nothing') {
      io.err(`classify: ${file} is ${raw.length === 0 ? 'empty' : 'neither a mail nor a text'}`);
      code = 2;
      continue;
    }
    const mail = await parseMail(kind === 'mail' ? raw : mailOfText(raw, null));
    const found = classify(mail, { receivedAt: new Date().toISOString() });
    if (io.json) {
      io.out(JSON.stringify(lineOf(file, found)));
    } else {
      for (const line of readable(file, found)) {
        io.out(line);
      }
    }
  }
  return code;
}

/** As the command line calls it: on the console, from files and standard input. */
export function classifyFiles(files: string[], options: { json?: boolean }): Promise<number> {
  return runClassify(files, {
    json: options.json === true,
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    read: readInput,
  });
}

function lineOf(file: string, found: Classification): ClassifyLine {
  const { kind, confidence, action, visibleText, dates, bounce, doNotWrite, doNotWriteAll } = found;
  return {
    file,
    kind,
    confidence,
    action,
    visibleText,
    dates: plainDates(dates),
    bounce: bounce && { recipients: bounce.recipients, status: bounce.status, permanent: bounce.permanent },
    ...(doNotWrite && { doNotWrite }),
    ...(doNotWriteAll && { doNotWriteAll }),
  };
}

function plainDates(dates: DatesFound): ClassifyLine['dates'] {
  const plain: ClassifyLine['dates'] = {};
  for (const name of DATE_NAMES) {
    const found = dates[name];
    if (found !== undefined) {
      plain[name] = found.value;
    }
  }
  return plain;
}

const DATE_NAMES = ['promisedDate', 'absentUntil', 'interviewAt', 'answerBy'] as const;
const DATE_WORDS: Record<(typeof DATE_NAMES)[number], string> = {
  promisedDate: 'they answer by',
  absentUntil: 'away until and including',
  interviewAt: 'interview',
  answerBy: 'answer due',
};
const ACTION_WORDS: Record<Classification['action'], string> = {
  signal: 'acted on without asking',
  review: 'left to you to decide',
  ignore: 'kept, changes nothing',
};

function readable(file: string, found: Classification): string[] {
  const lines = [
    `${file}: ${found.kind.replaceAll('_', ' ')}, ${Math.round(found.confidence * 100)} % sure: ${ACTION_WORDS[found.action]}`,
  ];
  for (const name of DATE_NAMES) {
    const date: DateFound | undefined = found.dates[name];
    if (date !== undefined) {
      lines.push(
        `  ${DATE_WORDS[name]} ${[date, ...(date.others ?? [])].map(({ value }) => dateWords(value)).join(', or ')}${date.certain ? '' : ' (not certain)'}: "${date.sentence}"`,
      );
    }
  }
  if (found.doNotWrite) {
    lines.push(`  asks not to be written to again${found.doNotWriteAll ? ', for the whole organisation' : ''}`);
  }
  if (found.bounce !== null) {
    const lasting = found.bounce.permanent ? 'for good' : 'not yet given up';
    lines.push(
      `  not delivered to ${found.bounce.recipients.join(', ') || 'somebody unnamed'}: ${found.bounce.status ?? 'no status'}, ${lasting}`,
    );
  }
  for (const reason of reasonsOf(found.evidence).slice(0, 3)) {
    lines.push(`  because: ${reasonText(reason)}`);
  }
  return lines;
}

/** With the weekday; a time of day stays on the clock that the mail means. */
function dateWords(value: string): string {
  const [date = '', time] = value.split('T');
  if (time === undefined) return calendarDay(date);
  const offset = /(?:[+-]\d\d:\d\d)$/.exec(time)?.[0] ?? '';
  return `${calendarDay(date)}, ${time.slice(0, 5)} UTC${offset === '+00:00' ? '' : offset}`;
}
