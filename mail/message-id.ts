/** Message-IDs as they are compared everywhere in this product: without angle brackets and stray white space. */

const MOST_IDS = 100;
const LONGEST_ID = 998;

/** `<a@b>` and `a@b` are the same id; null for what cannot be one. Case is kept (RFC 5322 ids are case sensitive). */
export function normaliseMessageId(value: string | null | undefined): string | null {
  if (!value) return null;
  const open = value.indexOf('<');
  const close = open < 0 ? -1 : value.indexOf('>', open);
  const inner = (open >= 0 && close > open ? value.slice(open + 1, close) : value).trim();
  if (inner.length === 0 || inner.length > LONGEST_ID || /[\s<>]/.test(inner)) return null;
  return inner;
}

/** All ids of an In-Reply-To or References header, oldest first, at most 100 (the newest are kept). */
export function readMessageIds(value: string | null | undefined): string[] {
  if (!value) return [];
  const found: string[] = [];
  // A References header can be very long; ids that matter to us are at its end.
  const tail = value.length > 64_000 ? value.slice(-64_000) : value;
  const tokens = tail.includes('<') ? bracketed(tail) : tail.split(/\s+/).filter((token) => token.includes('@'));
  for (const token of tokens) {
    const id = normaliseMessageId(token);
    if (id && found[found.length - 1] !== id) found.push(id);
  }
  return [...new Set(found)].slice(-MOST_IDS);
}

function bracketed(value: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (;;) {
    const open = value.indexOf('<', from);
    if (open < 0) return found;
    const close = value.indexOf('>', open);
    if (close < 0) return found;
    // Some clients fold in the middle of an id.
    found.push(value.slice(open + 1, close).replace(/\s+/g, ''));
    from = close + 1;
  }
}
