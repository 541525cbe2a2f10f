/** `afterview check-letter`: the etiquette guard over letters in files or on standard input. */
import { readFile } from 'node:fs/promises';
import { checkLetter, type Finding } from '../../letters/guard';
import { readGuardContext } from '../../letters/guard-context';
import { readInput } from './input';

export interface CheckLetterIo {
  json: boolean;
  out: (line: string) => void;
  err: (line: string) => void;
  /** All of standard input; read when no file is named, or for `-`. */
  stdin: () => Promise<string>;
}

/**
 * Checks each file (none, or `-`: standard input). A first line `Subject: …` is the subject. With `json`: for one letter
 * an array of findings, for several a line each, `{ "file", "findings" }`; else a readable line per finding. Answers the exit
 * code: 0 clean or only warnings, 1 where one finding blocks, 2 where something cannot be read.
 */
export async function runCheckLetter(
  files: readonly string[],
  contextFile: string | null,
  io: CheckLetterIo,
): Promise<number> {
  let context = {};
  if (contextFile !== null) {
    try {
      context = readGuardContext(JSON.parse(await readFile(contextFile, 'utf8')));
    } catch (error) {
      io.err(`check-letter: the context ${contextFile} cannot be read: ${messageOf(error)}`);
      return 2;
    }
  }
  const names = files.length > 0 ? files : ['-'];
  let code = 0;
  for (const name of names) {
    let raw: string;
    try {
      raw = name === '-' ? await io.stdin() : await readFile(name, 'utf8');
    } catch (error) {
      io.err(`check-letter: ${name} cannot be read: ${messageOf(error)}`);
      code = 2;
      continue;
    }
    const findings = checkLetter(readLetter(raw), context);
    if (findings.some((f) => f.severity === 'block')) code = Math.max(code, 1);
    report(name === '-' ? null : name, findings, names.length > 1, io);
  }
  return code;
}

/** The command itself: one letter, from a file or standard input (`-`), to the terminal. */
export function checkLetterFile(file: string, options: { context?: string; json?: boolean }): Promise<number> {
  return runCheckLetter([file], options.context ?? null, {
    json: options.json === true,
    out: (line) => console.log(line),
    err: (line) => console.error(line),
    stdin: async () => (await readInput('-')).toString('utf8'),
  });
}

function report(file: string | null, findings: Finding[], several: boolean, io: CheckLetterIo): void {
  if (io.json) {
    io.out(JSON.stringify(several ? { file: file ?? '-', findings } : findings));
    return;
  }
  const prefix = several ? `${file ?? '-'}: ` : '';
  if (findings.length === 0) io.out(`${prefix}nothing to object to`);
  for (const f of findings) {
    io.out(`${prefix}${f.severity === 'block' ? 'BLOCKS' : 'warns'} ${f.rule}: "${f.words}". ${f.reason}`);
    if (f.better) io.out(`${prefix}  better: ${f.better}`);
  }
}

/** A plain letter, one with a `Subject:` line, or the JSON `{ "subject", "text" }` of a draft. */
function readLetter(raw: string): { subject: string; text: string } {
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (text.trimStart().startsWith('{')) {
    try {
      const parsed: unknown = JSON.parse(text);
      if (typeof parsed === 'object' && parsed !== null && 'text' in parsed && typeof parsed.text === 'string') {
        const subject = 'subject' in parsed && typeof parsed.subject === 'string' ? parsed.subject : '';
        return { subject, text: parsed.text };
      }
    } catch {
      // Not JSON after all: a letter may begin with a brace.
    }
  }
  const header = /^(?:Subject|Betreff|Objet|Asunto|Onderwerp|Ämne):[ \t]*(.*)\n/iu.exec(text);
  return header ? { subject: header[1] ?? '', text: text.slice(header[0].length) } : { subject: '', text };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
