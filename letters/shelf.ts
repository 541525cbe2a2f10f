/** Where templates stand: the product's own, and a user's edited copies of them, which come first. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from './language';
import { FALLBACK, LANGUAGES } from './languages';
import { type ParsedTemplate, parseTemplate, TemplateProblem, templateOnUse } from './template';

export interface Catalogue {
  /** By language tag, then by name: `chase`, `call/chase`, `task/no_address`. */
  templates: ReadonlyMap<string, ReadonlyMap<string, ParsedTemplate>>;
  /** The product's own templates alone, for when a user's copy fails. */
  own: ReadonlyMap<string, ReadonlyMap<string, ParsedTemplate>>;
  /** A user's copies that could not be read; the product's own are used in their place. */
  problems: { file: string; line: number; message: string }[];
}

export const OWN_TEMPLATES = join(__dirname, 'catalogue');

let own: Catalogue | undefined;

/** The product's own templates, each parsed once, when it is first used. */
export function ownCatalogue(): Catalogue {
  if (!own) {
    const templates = new Map(LANGUAGES.map((l) => [l.tag, readFolder(join(OWN_TEMPLATES, l.tag), undefined)]));
    own = { templates, own: templates, problems: [] };
  }
  return own;
}

/**
 * The product's templates with the edited copies in `${dataDir}/letters/<language>/…` laid over them. A copy that cannot
 * be parsed is listed in `problems` and not used.
 */
export function loadCatalogue(dataDir: string): Catalogue {
  const problems: Catalogue['problems'] = [];
  const base = ownCatalogue();
  const templates = new Map(
    LANGUAGES.map((language) => {
      const copies = readFolder(join(dataDir, 'letters', language.tag), problems);
      return [language.tag, new Map([...(base.templates.get(language.tag) ?? []), ...copies])];
    }),
  );
  return { templates, own: base.own, problems };
}

function readFolder(
  folder: string,
  problems: Catalogue['problems'] | undefined,
  prefix = '',
): Map<string, ParsedTemplate> {
  const found = new Map<string, ParsedTemplate>();
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && prefix === '') {
      for (const [name, template] of readFolder(path, problems, `${entry.name}/`)) found.set(name, template);
    } else if (entry.isFile() && entry.name.endsWith('.liquid')) {
      const name = prefix + entry.name.slice(0, -'.liquid'.length);
      const read = () => readFileSync(path, 'utf8');
      try {
        found.set(name, problems ? parseTemplate(read()) : templateOnUse(read));
      } catch (error) {
        if (!(error instanceof TemplateProblem)) throw error;
        problems?.push({ file: path, line: error.line, message: error.message });
      }
    }
  }
  return found;
}

export interface Found {
  name: string;
  language: Language;
  template: ParsedTemplate;
}

/** The first of `names` that there is in the language, else in English. */
export function findTemplate(
  catalogue: Catalogue,
  languageTag: string,
  names: readonly string[],
  from: 'templates' | 'own' = 'templates',
): Found {
  const wanted = LANGUAGES.find((l) => l.tag === languageTag) ?? FALLBACK;
  for (const language of wanted === FALLBACK ? [FALLBACK] : [wanted, FALLBACK]) {
    for (const name of names) {
      const template = catalogue[from].get(language.tag)?.get(name);
      if (template) return { name, language, template };
    }
  }
  throw new Error(`No letter template for ${names.join(' or ')}`);
}
