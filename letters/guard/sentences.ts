/** The letter's own words: quoted earlier mail is somebody else's, or was sent already. Length and places are kept. */
export function ownWords(text: string): string {
  let quoted = false;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .normalize('NFC')
    .split('\n')
    .map((line) => {
      if (/^\s*>/.test(line)) return ' '.repeat(line.length);
      if (
        /^\s*-{2,}\s*(?:original message|ursprüngliche nachricht|forwarded message|message d'origine|mensaje original|oorspronkelijk bericht|ursprungligt meddelande)/iu.test(
          line,
        )
      )
        quoted = true;
      if (
        /^(?:on|am|le|el|op|den)\b.{6,80}\b(?:wrote|schrieb|a écrit|escribió|schreef|skrev)\b.*:\s*$/iu.test(
          line.trim(),
        )
      )
        quoted = true;
      return quoted ? ' '.repeat(line.length) : line;
    })
    .join('\n');
}

/** Sentences with where they begin. A paragraph's own line breaks do not end a sentence; an empty line does. */
export function sentencesOf(text: string): { text: string; at: number }[] {
  const found: { text: string; at: number }[] = [];
  const pattern =
    /(?:[^.!?\n]|[.!?](?!["'”“»)]*(?:\s|$))|(?<=\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|Nr|ca|bzw|z|B|d|h|u|a|e\.g|i\.e|etc|vs|approx|Mme|Sra|Sr|dhr|mevr))\.|\n(?!\s*\n))+[.!?]*["'”“»)]*/gu;
  for (const match of text.matchAll(pattern)) {
    const raw = match[0];
    const lead = raw.length - raw.trimStart().length;
    const said = raw.trim().replace(/\s*\n\s*/g, ' ');
    if (/[\p{L}\p{N}]/u.test(said)) found.push({ text: said, at: match.index + lead });
  }
  return found;
}
