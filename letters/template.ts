/**
 * Templates are Liquid with three small additions, so that a person without code can edit them:
 *
 * - `{% vary %} … {% or %} … {% endvary %}` picks one wording; the same letter always gets the same one, two letters of
 *   one panel never do (H9), and neither do two asks in a row.
 * - `[Sie haben|du hast]` is the formal, then the informal form.
 * - Lines of a paragraph run together; an empty line ends it; a line that begins with `- ` stays a line, and so does one
 *   after a line that ends with `\`.
 *
 * The first line is `Subject: …` (`Title: …` for a call or task).
 */
import {
  type Context,
  type Emitter,
  Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import type { Vocabulary } from './vocabulary';

/** An empty line of the template; lines that only become empty, since nothing is on file, end no paragraph. */
const PARAGRAPH = '\u2029';

/** Line breaks inside of a value: kept where the template's own lines run together. */
export const LINE = '\u2028';

class Vary extends Tag {
  private readonly wordings: Template[][] = [];

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid);
    let current: Template[] = [];
    parser
      .parseStream(rest)
      .on('start', () => this.wordings.push(current))
      .on('tag:or', () => {
        current = [];
        this.wordings.push(current);
      })
      .on<TagToken>('tag:endvary', function () {
        this.stop();
      })
      .on('template', (template: Template) => current.push(template))
      .on('end', () => {
        throw new Error('{% vary %} is not closed by {% endvary %}');
      })
      .start();
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const variant = Number(context.getSync(['variant']));
    const wording = this.wordings[variant % this.wordings.length] ?? [];
    yield this.liquid.renderer.renderTemplates(wording, context, emitter);
  }

  *children(): Generator<unknown, Template[]> {
    yield undefined;
    return this.wordings.flat();
  }
}

const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  jsTruthy: true,
  ownPropertyOnly: true,
  // A person's own template may be wrong, never harmful: no files, little time, little memory.
  templates: {},
  parseLimit: 200_000,
  renderLimit: 1_000,
  memoryLimit: 5_000_000,
});
engine.registerTag('vary', Vary);

export interface ParsedTemplate {
  subject: Template[];
  body: Template[];
}

/** A template that cannot be read: which line, and what is wrong with it. */
export class TemplateProblem extends Error {
  override readonly name = 'TemplateProblem';
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

const HEADER = /^(?:Subject|Title):[ \t]*(.*)$/;

/** Reads a template. Throws `TemplateProblem` with the line where it cannot be read. */
export function parseTemplate(source: string): ParsedTemplate {
  const text = source.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '');
  const end = text.indexOf('\n');
  const header = HEADER.exec(end === -1 ? text : text.slice(0, end));
  if (!header)
    throw new TemplateProblem(1, 'The first line must be "Subject: …" (or "Title: …" for a call or a task).');
  // The header line stays as an empty one, so that line numbers are those of the file.
  const body = end === -1 ? '' : text.slice(end);
  return { subject: parse(header[1] ?? ''), body: parse(body.replace(/^[ \t]*$/gm, PARAGRAPH)) };
}

/** A template that is read when it is first used: few of the many are, in one run of the command line. */
export function templateOnUse(read: () => string): ParsedTemplate {
  let parsed: ParsedTemplate | undefined;
  const use = () => {
    parsed ??= parseTemplate(read());
    return parsed;
  };
  return {
    get subject() {
      return use().subject;
    },
    get body() {
      return use().body;
    },
  };
}

function parse(text: string): Template[] {
  try {
    return engine.parse(formPairs(text));
  } catch (error) {
    throw asProblem(error);
  }
}

function asProblem(error: unknown): TemplateProblem {
  const message = error instanceof Error ? error.message : String(error);
  const line = /, line:(\d+)/.exec(message)?.[1];
  return new TemplateProblem(line ? Number(line) : 1, message.replace(/, line:\d+.*$/s, '').split('\n')[0] ?? message);
}

/** `[formal|informal]`, outside of tags. */
function formPairs(text: string): string {
  return text.replace(
    /\[([^[\]|]*)\|([^[\]|]*)\]/g,
    (_, formal: string, informal: string) => `{% if informal %}${informal}{% else %}${formal}{% endif %}`,
  );
}

/** Names of all variables a template uses that it does not make itself, with the line of their first use. */
export function variablesOf(template: ParsedTemplate): Map<string, number> {
  const found = new Map<string, number>();
  for (const part of [template.subject, template.body]) {
    for (const [name, uses] of Object.entries(engine.analyzeSync(part, { partials: false }).globals)) {
      if (!found.has(name)) found.set(name, uses[0]?.location.row ?? 1);
    }
  }
  return found;
}

/** Renders a template. Throws `TemplateProblem` where it uses what is not there. */
export function renderTemplate(template: ParsedTemplate, words: Vocabulary): { subject: string; text: string } {
  try {
    const scope = words as unknown as object;
    return {
      subject: layOut(String(engine.renderSync(template.subject, scope))).replace(/\s*\n\s*/g, ' '),
      text: layOut(String(engine.renderSync(template.body, scope))),
    };
  } catch (error) {
    throw asProblem(error);
  }
}

function layOut(text: string): string {
  return text.split(PARAGRAPH).map(paragraph).filter(Boolean).join('\n\n');
}

function paragraph(text: string): string {
  let out = '';
  let glue = '';
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '\\') glue = '\n';
    if (line === '' || line === '\\') continue;
    out += (line.startsWith('- ') ? '\n' : glue) + line.replace(/\s*\\$/, '');
    glue = line.endsWith('\\') || line.startsWith('- ') ? '\n' : ' ';
  }
  return out
    .trim()
    .replaceAll(LINE, '\n')
    .split('\n')
    .map((line) => tidy(line))
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** What facts bring along: "at Example Inc." at the end of a sentence, two spaces in a row. */
function tidy(line: string): string {
  return line
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/(?<!\.)\.\.(?!\.)/g, '.')
    .replace(/([?!])\.(?=\s|$)/g, '$1')
    .trim();
}
