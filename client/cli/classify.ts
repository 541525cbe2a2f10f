/** `afterview classify`: what kind of answer a mail is, and what would be done with it. Needs no server. */
import type { Classification, DateFound, DatesFound } from '../../mail/types';
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
}

/** One line a file, in the order given. Answers the exit code: 0, or 1 where a file cannot be read; the others are done. */
export async function runClassify(files: readonly string[], io: ClassifyIo): Promise<number> {
  const [{ parseMail }, { classify }] = await Promise.all([import('../../mail/parse'), import('../../mail/classify')]);
  let code = 0;
  for (const file of files) {
    let raw: Uint8Array;
    try {
      raw = await io.read(file);
    } catch (error) {
      io.err(`classify: ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      code = 1;
      continue;
    }
    const found = classify(await parseMail(raw));
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

function lineOf(file: string, { kind, confidence, action, visibleText, dates, bounce }: Classification): ClassifyLine {
  return {
    file,
    kind,
    confidence,
    action,
    visibleText,
    dates: plainDates(dates),
    bounce: bounce && { recipients: bounce.recipients, status: bounce.status, permanent: bounce.permanent },
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
    `${file}: ${found.kind.replace('_', ' ')}, ${Math.round(found.confidence * 100)} % sure: ${ACTION_WORDS[found.action]}`,
  ];
  for (const name of DATE_NAMES) {
    const date: DateFound | undefined = found.dates[name];
    if (date !== undefined) {
      lines.push(`  ${DATE_WORDS[name]} ${date.value}${date.certain ? '' : ' (not certain)'}: "${date.sentence}"`);
    }
  }
  if (found.bounce !== null) {
    const lasting = found.bounce.permanent ? 'for good' : 'not yet given up';
    lines.push(
      `  not delivered to ${found.bounce.recipients.join(', ') || 'somebody unnamed'}: ${found.bounce.status ?? 'no status'}, ${lasting}`,
    );
  }
  for (const words of found.evidence.slice(0, 3)) {
    lines.push(`  because of ${words}`);
  }
  return lines;
}
