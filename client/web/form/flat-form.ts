/** A browser's form as it is kept: one text per field, names dotted (`contacts.1.email`). A ticked box is `on`. */
export type FlatForm = Record<string, string>;

/** Reads what the body parser made of a form. Of a field that came several times the last one counts. */
export function flatForm(body: unknown): FlatForm {
  const form: FlatForm = {};
  if (typeof body !== 'object' || body === null) return form;
  for (const [name, value] of Object.entries(body)) {
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    if (typeof last === 'string') form[name] = last;
  }
  return form;
}

/** The trimmed text of a field; undefined where it is empty or missing. */
export function filled(form: FlatForm, name: string): string | undefined {
  const value = form[name]?.trim();
  return value === undefined || value === '' ? undefined : value;
}

/** True for a ticked box. */
export function ticked(form: FlatForm, name: string): boolean {
  return form[name] === 'on';
}

/** The numbers that stand behind `group.` in field names, in order: 0, 1, 3. */
export function entriesOf(form: FlatForm, group: string): number[] {
  const numbers = new Set<number>();
  for (const name of Object.keys(form)) {
    if (!name.startsWith(`${group}.`)) continue;
    const number = /^\d{1,3}(?=\.)/.exec(name.slice(group.length + 1))?.[0];
    if (number !== undefined) numbers.add(Number(number));
  }
  return [...numbers].sort((a, b) => a - b);
}

/** What follows `prefix` in the names of ticked boxes: the ids in `promises.0.to.byrne`. */
export function tickedBelow(form: FlatForm, prefix: string): string[] {
  return Object.keys(form)
    .filter((name) => name.startsWith(prefix) && ticked(form, name))
    .map((name) => name.slice(prefix.length));
}

/**
 * One thing a line; or, on a single line, separated by commas. A single thing with a comma in it is kept whole by the
 * line break behind it.
 */
export function listed(text: string | undefined): string[] {
  if (text === undefined) return [];
  return text
    .split(/\n/.test(text) ? /\r?\n/ : /[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** The reverse of {@link listed}. */
export function asList(items: readonly string[]): string {
  return items.join('\n') + (items.length === 1 && /[,;]/.test(items[0] ?? '') ? '\n' : '');
}
