const FILL_IN =
  'name|vorname|nachname|first|last|surname|company|firm|employer|organi[sz]ation|firma|unternehmen|role|position|job|title|stelle|rolle|titel|date|day|datum|tag|time|uhrzeit|topic|thema|insert|einfügen|einsetzen|your|ihr|ihre|dein|deine|the|recipient|empfänger|contact|kontakt|manager|hiring|interviewer|phone|telefon|number|nummer|email|e-mail|address|adresse|link|url|signature|unterschrift|here|hier|todo|tbd|tba|fill|add|replace|ergänzen|nom|prénom|société|entreprise|poste|nombre|apellido|empresa|puesto|fecha|naam|bedrijf|functie|namn|företag|tjänst|roll|anrede|salutation|project|projekt|skill|example|beispiel|placeholder|platzhalter|x{2,}|\\.{3}|…';

const PATTERNS: readonly RegExp[] = [
  // {{ name }}, {% … %}, ${name}, %NAME%, {name}
  /\{\{[^}]*\}\}|\{%[^%]*%\}|\$\{[^}]*\}|%[A-Z_]{2,}%|\{[\p{L}_][\p{L}\d_. ]{0,40}\}|\{\{|\}\}/gu,
  // [Name], [insert the role], [COMPANY]
  new RegExp(`\\[(?=[^\\]\\n]*(?:\\b(?:${FILL_IN})\\b|…|\\.\\.\\.))[^\\]\\n]{1,80}\\](?!\\()`, 'giu'),
  /\[(?:[A-Z][A-Z _-]{1,40}|\s*|_+)\](?!\()/gu,
  // <company>, but no address or link
  new RegExp(`<(?!https?:|mailto:|[^>]*[@/])(?=[^>\\n]*\\b(?:${FILL_IN})\\b)[^<>\\n]{1,60}>`, 'giu'),
  /<[A-Z][A-Z _-]{1,40}>/gu,
  // (insert …), (your name)
  /\((?:insert|add|fill in|your (?:name|company|role)|name here|company name|bitte (?:einfügen|ergänzen)|hier (?:einfügen|ergänzen)|name einfügen)[^)]{0,50}\)/giu,
  /(?<![\p{L}\d])(?:X{3,}|x{3,}(?![\w.])|T\.?B\.?[DA]\.?(?![\p{L}])|TO-?DO|FIXME|LOREM IPSUM|Lorem ipsum|Firstname|FirstName|first_name|last_name|Lastname|LastName|COMPANY_NAME|Max Mustermann|Mustermann|John Doe|Jane Doe|Musterfirma|Acme Corp(?:oration)?)(?![\p{L}\d])/gu,
  /_{3,}|\?{4,}|#{3,}|\*{4,}/gu,
  /\b(?:undefined|NaN|\[object Object\])\b|\[object Object\]/gu,
  /\b(?:insert|replace|fill in|einfügen|ergänzen)(?: the| your| a| den| die| das)? (?:name|company|role|date|topic|position|firma|stelle|datum|thema)(?: here| hier)?\b/giu,
  // A salutation with nobody in it.
  /^(?:Dear|Hi|Hello|Sehr geehrte(?:r)?(?: Frau| Herr)?|Liebe[r]?|Hallo|Guten Tag (?:Frau|Herr))\s*,/gmu,
];

/** Leftovers of a template: what was to be filled in and was not. */
export function checkPlaceholders(text: string): { words: string; at: number }[] {
  const found: { words: string; at: number }[] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const at = match.index;
      if (found.some((f) => at >= f.at && at < f.at + f.words.length)) continue;
      if (/^(?:Hello|Hi|Hallo)\s*,$/u.test(match[0])) continue;
      found.push({ words: match[0], at });
    }
  }
  return found;
}
