/**
 * How mail programs announce quoted history, line by line: "On … wrote:", header blocks, dividers, "reply above this
 * line". English, German, French, Spanish, Dutch, Swedish, Danish, Norwegian; the commonest forms of a few more.
 * Every pattern is tried on a line of bounded length and has no nested repetition.
 */

const LONGEST_LINE = 600;

/** A line that quotes by `>`, or by the bar that some old webmails use. */
export function isQuotedLine(line: string): boolean {
  return /^\s{0,4}>/.test(line) || /^\s{0,2}\|(?:\s|$)/.test(line);
}

/** "On … wrote:" may be broken over several lines; the verb is what finds it. */
const VERB =
  /(?<![\p{L}\d])(?:wrote|writes|schrieb|schreef|geschreven|skrev|escribi[oó]|escreveu|scrisse|kirjoitti|napisa[łl](?:\(a\)|a)?|írta|пише|a [eé]crit|ha scritto)(?![\p{L}\d])|написал|写道|さんは書きました|さんのメール/iu;
const VERB_AT_ALL = /wrote|writes|schr|skrev|escri|escre|crit|scri|kirj|napis|írta|напис|пише|写道|書き|メール/i;
const STARTS_WITH_DAY = /^[\s*_"'-]{0,8}(?:on|at|am|le|el|il|em|op|den|på|dnia|w dniu|dne|dňa|in data|pe)\s{1,3}\S/i;
const WEEKDAY =
  /^[\s*_-]{0,6}(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|mié|jeu|jue|ven|vie|sam|sáb|dim|dom|ma|wo|vr|za|zo|mån|man|tis|tir|tirs|ons|tor|tors|fre|lör|lør|sön|søn|понедельник|вторник|среда|четверг|пятница)\p{L}{0,10}\.?,?\s/iu;
const STARTS_WITH_NUMBER = /^[\s*_-]{0,6}\d{1,4}[.\-/ ]\s?[\p{L}\d]/u;
const HAS_DATE_OR_TIME = /\d{1,2}[:.]\d{2}|\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}/;
const HAS_ADDRESS = /[^\s@<>]{1,64}@[^\s@<>]{1,190}/;
const OLD_GMAIL = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?: \d{1,2}:\d{2} (?:GMT|UTC)[+-]\d{1,2}:\d{2})? .{1,120}$/;

export interface Found {
  /** First line of the mark. */
  from: number;
  /** Line behind it. */
  to: number;
}

/** The "On … wrote:" whose last line is at or just after `at`; null if there is none. */
export function attributionAt(lines: readonly string[], at: number, notBefore: number): Found | null {
  const line = lines[at] ?? '';
  if (line.length > LONGEST_LINE) return null;
  // "… a↵écrit :" and "… ha↵scritto:" break within the verb.
  const broken = / h?a$/.test(line) ? ` ${unquoted(lines[at + 1] ?? '').slice(0, 60)}` : '';
  const bare = unquoted(line) + broken;
  if (VERB_AT_ALL.test(bare) && VERB.test(bare)) {
    const to = endOfAttribution(lines, at);
    if (to !== null) {
      const from = startOfAttribution(lines, at, notBefore);
      if (from !== null && isAttribution(lines.slice(from, to).map(unquoted).join(' '))) return { from, to };
    }
  }
  return attributionWithoutVerb(lines, at);
}

/** The line after the colon: on the verb's own line, or up to two lines on ("schrieb am Di., 16. Aug.↵um 12:52 Uhr:"). */
function endOfAttribution(lines: readonly string[], at: number): number | null {
  for (let next = at; next < Math.min(lines.length, at + 4); next++) {
    const line = unquoted(lines[next] ?? '').trimEnd();
    if (line.length > LONGEST_LINE) return null;
    if (/[:：]\s{0,2}[*_]{0,2}$|-{3,}$/.test(line)) return next + 1;
    // The verb closes the mark even where a mobile program forgot its colon: "… wrote" and nothing else.
    if (
      next === at &&
      /(?:wrote|schrieb|a écrit|escribió|schreef|skrev|geschreven|escreveu|ha scritto|написал)$/i.test(line)
    )
      return next + 1;
    if (next > at && line.trim() === '') return null;
  }
  return null;
}

function startOfAttribution(lines: readonly string[], at: number, notBefore: number): number | null {
  for (let start = at; start >= Math.max(notBefore, at - 6); start--) {
    const line = unquoted(lines[start] ?? '');
    if (line.length > LONGEST_LINE) return null;
    if (STARTS_WITH_DAY.test(line) && /\d/.test(line)) return start;
    if (STARTS_WITH_NUMBER.test(line) || (WEEKDAY.test(line) && /\d/.test(line))) return start;
    if (/^\s{0,4}-{3,} ?(?:on|am|le|el|op)\b/i.test(line)) return start;
    if (start < at && /[.!?]$/.test(line.trimEnd()) && !/\d\.$|\b\p{L}{2,4}\.$/u.test(line.trimEnd()))
      return byName(lines, at);
  }
  return byName(lines, at);
}

/** "Anna Berg <anna@example.org> schrieb am …:" or "Anna via Forum <…> wrote:". */
function byName(lines: readonly string[], at: number): number | null {
  for (let start = at; start >= Math.max(0, at - 1); start--) {
    const line = unquoted(lines[start] ?? '').trim();
    if (line.length > 0 && line.length < 200 && HAS_ADDRESS.test(line) && /^["'“*]?[\p{L}\d]/u.test(line)) return start;
  }
  return null;
}

function isAttribution(joined: string): boolean {
  if (joined.length > LONGEST_LINE) return false;
  const hasAddress = HAS_ADDRESS.test(joined);
  if (!hasAddress && !HAS_DATE_OR_TIME.test(joined)) return false;
  // "On 3 December I wrote to you about two things:" is a sentence, not a mark.
  if (
    !hasAddress &&
    /\b(?:i|we|ich|wir|je|nous|ik|wij|jag|vi|jeg|yo)\s{1,2}(?:wrote|schrieb|schrieben|schreef|schreven|skrev)\b/i.test(
      joined,
    )
  )
    return false;
  return joined.split(' ').length <= 45;
}

function attributionWithoutVerb(lines: readonly string[], at: number): Found | null {
  const line = unquoted(lines[at] ?? '').trim();
  if (line.length === 0 || line.length > 250) return null;
  if (!STARTS_WITH_NUMBER.test(line) && !WEEKDAY.test(line)) return null;
  const nextWritten = lines.slice(at + 1, at + 4).find((next) => next.trim() !== '');
  if (OLD_GMAIL.test(line) && (HAS_ADDRESS.test(line) || / GMT[+-]/.test(line)) && !/[.!?]$/.test(line)) {
    return { from: at, to: at + 1 };
  }
  const quotesFollow = nextWritten !== undefined && isQuotedLine(nextWritten);
  if (quotesFollow && HAS_ADDRESS.test(line) && /:$/.test(line)) return { from: at, to: at + 1 };
  return null;
}

/** Labels of the header block that Outlook and others put above what they quote, by what they say. */
const LABELS: Record<string, 'from' | 'sent' | 'to' | 'subject' | 'other'> = {};
for (const [kind, names] of Object.entries({
  from: 'from,von,de,da,van,från,fra,od,от,lähettäjä,expéditeur,remitente,afzender,avsändare,afsender,avsender,mittente,发件人,寄件者,差出人,feladó,від',
  sent: 'sent,date,sent at,sent on,gesendet,gesendet am,datum,envoyé,envoyé le,date d’envoi,enviado,enviado el,enviado em,enviada em,enviada,fecha,verzonden,verzonden op,skickat,sendt,dato,lähetetty,päiväys,data,inviato,wysłano,odesláno,отправлено,дата,发送时间,日期,送信日時,dátum,elküldve',
  to: 'to,an,à,a,para,aan,till,til,do,komu,кому,vastaanottaja,destinataire,destinatario,pour,收件人,宛先,címzett',
  subject:
    'subject,betreff,objet,asunto,onderwerp,ämne,emne,oggetto,assunto,aihe,temat,předmět,тема,主题,件名,tárgy,risposta,betrifft',
  other:
    'cc,kopie,copie,kopia,kopi,bcc,reply-to,antwort an,répondre à,priority,importance,wichtigkeit,organization,attachments,anlagen,bijlagen',
}) as ['from' | 'sent' | 'to' | 'subject' | 'other', string][]) {
  for (const name of names.split(',')) LABELS[name] = kind;
}

function labelOf(line: string): 'from' | 'sent' | 'to' | 'subject' | 'other' | null {
  const any = line.search(/[:：]/);
  if (any < 1 || any > 60) return null;
  const bare = unquoted(line).replace(/^[\s*_|]{1,6}/, '');
  const colon = bare.slice(0, 24).search(/[:：]/);
  if (colon < 1) return null;
  const name = bare
    .slice(0, colon)
    .replace(/[*_\s\u00a0]{1,6}$/, '')
    .toLowerCase();
  return Object.hasOwn(LABELS, name) ? (LABELS[name] ?? null) : null;
}

/**
 * A block of "From: / Sent: / To: / Subject:" lines starting at `at` (in whichever order and language). Three different
 * labels are needed, one of them the sender, so that "Date: …" and "To: …" in an invitation's details are no block.
 */
export function headerBlockAt(lines: readonly string[], at: number, afterDivider: boolean): Found | null {
  if (labelOf(lines[at] ?? '') === null) return null;
  const kinds = new Set<string>();
  let to = at;
  let gap = 0;
  for (let next = at; next < Math.min(lines.length, at + 14); next++) {
    const line = lines[next] ?? '';
    const kind = labelOf(line);
    if (kind) {
      if (kinds.has(kind) && kind === 'from') break;
      kinds.add(kind);
      to = next + 1;
      gap = 0;
      continue;
    }
    gap += 1;
    // A long list of recipients or a subject goes over several lines; one empty line may come in between.
    const isBlank = unquoted(line).trim() === '';
    if (gap > (kinds.has('subject') && kinds.has('from') ? 1 : 3) || (isBlank && kinds.size >= 3)) break;
  }
  if (!kinds.has('from')) return null;
  const main = [...kinds].filter((kind) => kind !== 'other').length;
  const senderLine = lines.slice(at, to).find((line) => labelOf(line) === 'from') ?? '';
  const enough = main >= 3 || (main === 2 && (afterDivider || HAS_ADDRESS.test(senderLine)));
  return enough ? { from: at, to: continuation(lines, to) } : null;
}

/** A folded subject or recipient list goes on below its label, up to the next empty line. */
function continuation(lines: readonly string[], to: number): number {
  let end = to;
  while (end < lines.length && end < to + 3 && unquoted(lines[end] ?? '').trim() !== '') end++;
  return unquoted(lines[end] ?? '').trim() === '' && end <= to + 2 ? end : to;
}

const DIVIDER_WORDS =
  /^[\s>*_|]{0,6}[-–—_=]{2,20}\s{0,3}\*{0,2}\s{0,2}(?:original (?:message|appointment)|original[- ]?nachricht|urspr(?:ü|ue)ngliche (?:nachricht|e-?mail|termin)|ursprünglicher termin|message d['’]origine|message (?:initial|original)|mensaje original|mensagem original|messaggio originale|oorspronkelijk(?:e)? (?:bericht|afspraak)|ursprungligt meddelande|original ?meddelande|ursprunglig avtalad tid|oprindelig (?:meddelelse|besked)|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|původní zpráva|исходное сообщение|原始邮件)\s{0,2}\*{0,2}\s{0,3}[-–—_=]{0,20}/i;
const FORWARD_WORDS =
  /^[\s>*_|]{0,6}(?:[-–—_=]{2,20}\s{0,3}\*{0,2}\s{0,2}(?:forwarded (?:message|by)|weitergeleitete (?:nachricht|e-?mail)|message (?:transféré|réexpédié)|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|vidarebefordrat meddelande|videresendt (?:meddelelse|besked|melding)|edelleenlähetetty|przekazana wiadomość)|(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|begin doorgestuurd bericht|vidarebefordrat brev|vidarebefordrat meddelande|start på videresendt (?:besked|meddelelse)|videresendt melding|inizio messaggio inoltrato)\s{0,2}:)/i;
const REPLY_ABOVE =
  /(?:reply|respond|write|type)(?: your (?:reply|response|answer))? (?:above|over) this line|type your (?:reply|response) above|antworte(?:n sie)? (?:bitte )?(?:oberhalb|über) dieser (?:linie|zeile)|oberhalb dieser (?:linie|zeile) antworten|répond(?:re|ez) au-dessus de cette ligne|écri(?:re|vez) (?:votre réponse )?au-dessus de cette ligne|responda por encima de esta línea|escriba (?:su respuesta )?(?:por )?encima de esta línea|antwoord boven deze (?:regel|lijn)|typ uw antwoord boven|(?:skriv|svara)(?: ditt svar)? (?:ovanför|över) (?:den här|denna) (?:raden|linjen)|svar over denne linje|skriv (?:dit|ditt) svar over denne/i;

const ABOVE = /above|over|ober|über|dessus|encima|boven|ovan|över/i;

/** What a divider line announces, or null. */
export function dividerAt(line: string): 'original' | 'forward' | 'reply-above' | null {
  if (line.length > 300 || line.length < 4) return null;
  if (DIVIDER_WORDS.test(line)) return 'original';
  if (FORWARD_WORDS.test(line)) return 'forward';
  if (ABOVE.test(line) && REPLY_ABOVE.test(line)) return 'reply-above';
  return null;
}

/** A line drawn of dashes, underscores or stars and nothing else. */
export function isRule(line: string): boolean {
  if (line.length < 3 || line.length > 250 || !/^[\s>]{0,20}[-_=~#*+–—]/.test(line)) return false;
  const bare = line.replace(/[\s>*]/g, '');
  return bare.length >= 3 && bare.length <= 200 && /^[-_=~#*+–—]+$/.test(bare);
}

/** The line without its quote marks. */
export function unquoted(line: string): string {
  const mark = /^(?:\s{0,4}>){1,30}\s{0,3}/.exec(line);
  return mark ? line.slice(mark[0].length) : line;
}
