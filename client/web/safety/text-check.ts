import type { Problem } from '../../service';

/**
 * Finds text that no database and no letter can hold: NUL and halves of surrogate pairs. Walks JSON values and flat
 * forms alike, without recursion, so that nesting cannot exhaust the stack.
 */
export function unstorableText(body: unknown): Problem[] {
  const problems: Problem[] = [];
  const waiting: { value: unknown; path: string }[] = [{ value: body, path: '' }];
  for (let next = waiting.pop(); next !== undefined && problems.length < 50; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && !storable(value))
      problems.push({ path, message: 'has a character that cannot be stored' });
    else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
      for (const [key, inner] of Object.entries(value)) {
        if (!storable(key)) problems.push({ path, message: 'has a field name that cannot be stored' });
        else waiting.push({ value: inner, path: path === '' ? key : `${path}.${key}` });
      }
  }
  return problems;
}

function storable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}
