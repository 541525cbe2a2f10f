/**
 * Reports without a machine-readable part: qmail, Exim, Postfix, sendmail, Exchange, Gmail, Yahoo, Zoho, OpenSMTPD, the
 * Japanese carriers. They are told by how they write recipients and codes, not by a parser each.
 */
import { isPlainAddress, normaliseAddress } from './addresses';
import type { BounceReport, ParsedMail } from './types';

const MOST_LINES = 400;

/** Below such a line stands the returned mail, whose addresses are not what failed. */
const COPY_STARTS =
  /^[\s>-]{0,12}(?:(?:original|unsent|returned|bounced) (?:message|mail|e-?mail)(?:\s|$|:)|original mail info|this is a copy of (?:the|your) (?:message|headers)|below this line is a copy|below is a copy of|message (?:header|headers) follow|included is a copy of|a copy of (?:the|your) (?:original )?message|the (?:original|returned) message (?:is|follows|headers)|message details:|original mail as follows|return(?:ed)? message)|^-{2,}\s?(?:original|unsent|returned) |^received: (?:from|by) |^return-path:/i;

const ADDRESS = /[^\s<>()[\]{},;:"'|=]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,180}[a-z0-9])?/i;
const WHOLE_LINE = new RegExp(`^[\\s*•>-]{0,12}<?(${ADDRESS.source})>?[:.,]?(?:\\s{1,3}<\\1>)?\\s*$`, 'i');
const LEADING = new RegExp(
  `^[\\s*•>-]{0,12}<?(${ADDRESS.source})>?\\s{0,3}(?::|\\.\\.\\.| on \\S{3},| invalid address|\\(|unknown|does not|is not|could not|failed|, error)`,
  'i',
);
const IN_A_SENTENCE = new RegExp(
  `(?:final-recipient:\\s?rfc822;\\s?<?|rejected recipient\\s{1,3}<?|(?:user|mailbox|allowed size|recipient|address):\\s{1,3}<?|rcpt to:\\s?<?|deliver(?:ing|ed)?(?: (?:your )?(?:mail|message|e-?mail|the mail))?(?: to)?:?\\s{1,3}<?|message to\\s{1,3}<?|target mail address:\\s{1,3}|errors?:\\s{1,3}|recipients?(?:\\(s\\))?:\\s{1,3}<?|to the following (?:address|recipient)\\S{0,3}:?\\s{1,3}<?|an?\\s<|original recipient:\\s{1,3}|(?:550|551|553|554|450|451|452)[ -](?:[245]\\.\\d\\.\\d{1,3} )?<?)(${ADDRESS.source})`,
  'i',
);

/** Null where neither a failing recipient nor a failure can be told. */
export function readFreeFormReport(mail: ParsedMail): Omit<BounceReport, 'originalMessageId'> | null {
  const lines = ownPart(mail.text);
  const text = lines.join('\n');
  const codes = readCodes(text);
  const recipients = findRecipients(mail, lines);
  const delayed = isDelay(mail.subject, text);
  if (recipients.length === 0 && codes.reply === null && codes.status === null && !delayed && !saysNever(text)) {
    return null;
  }
  return {
    recipients,
    status: codes.status,
    permanent: !delayed && isPermanent(codes, text),
    diagnostic: codes.line,
  };
}

function ownPart(text: string): string[] {
  const lines = text.split('\n', MOST_LINES);
  const copy = lines.findIndex((line, index) => index > 0 && line.length < 300 && COPY_STARTS.test(line));
  return (copy < 0 ? lines : lines.slice(0, copy)).map((line) => line.slice(0, 600).trimEnd());
}

function findRecipients(mail: ParsedMail, lines: readonly string[]): string[] {
  const ours = new Set([...mail.to, ...mail.cc].map((one) => normaliseAddress(one.address)));
  const named = (mail.headers.find(({ name }) => name === 'x-failed-recipients')?.value ?? '')
    .split(',')
    .map((one) => one.trim());
  const attempts: string[][] = [
    named,
    lines.map((line) => LEADING.exec(line)?.[1] ?? WHOLE_LINE.exec(line)?.[1] ?? ''),
    lines.map((line) => IN_A_SENTENCE.exec(line)?.[1] ?? ''),
  ];
  // Reporting to ourselves about ourselves happens (a test mail), so our own address is taken when there is no other.
  let onlyOurs: string[] = [];
  for (const attempt of attempts) {
    const plain = [
      ...new Set(
        attempt
          .map((one) => one.replace(/[.]+$/, ''))
          .filter(isPlainAddress)
          .filter(isNoSystem),
      ),
    ];
    const others = plain.filter((one) => !ours.has(normaliseAddress(one)));
    if (others.length > 0) return others.slice(0, 50);
    if (onlyOurs.length === 0) onlyOurs = plain;
  }
  if (onlyOurs.length > 0) return onlyOurs.slice(0, 50);
  const returned = mail.returned ?? mail.text.slice(copyInText(mail.text));
  const returnedTo = /(?:^|\n)[\s>]{0,10}to:[^\n]{0,200}?<?([^\s<>,;"]{1,64}@[a-z0-9.-]{1,190})/i.exec(
    returned.slice(0, 8_000),
  )?.[1];
  return returnedTo && isPlainAddress(returnedTo) ? [returnedTo] : [];
}

/** Where in the text the header of a returned mail begins; its end where there is none. */
function copyInText(text: string): number {
  const found = text.slice(0, 100_000).search(/^[\s>]{0,10}message-id:/im);
  return found < 0 ? text.length : found;
}

function isNoSystem(address: string): boolean {
  return (
    !/^(?:mailer-daemon|postmaster|support|abuse|helpdesk)@/i.test(address) && !/\.(?:gif|png|jpe?g)$/i.test(address)
  );
}

interface Codes {
  status: string | null;
  reply: string | null;
  line: string | null;
}

const ENHANCED = /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;
const AFTER_REPLY = /(?:^|[^\d.])[45]\d\d[ -]\(?#?([45]\.\d{1,3}\.\d{1,3})(?![\d.])/;
const REPLY = /(?:^|[\s:"'([<>=])([45]\d\d)(?:[ -](?!\d{1,2}:)|[.,)]|$)/;

function readCodes(text: string): Codes {
  const flat = text.replace(/\n\s{1,12}/g, ' ');
  let status: string | null = null;
  let reply: string | null = null;
  let line: string | null = null;
  for (const one of flat.split('\n', MOST_LINES)) {
    const cut = one.slice(0, 2_000);
    // "Out: 250 2.1.0 Ok" in a transcript is about something that went well.
    const enhanced = AFTER_REPLY.exec(cut)?.[1] ?? failing(ENHANCED.exec(cut)?.[1]);
    const told = REPLY.exec(cut)?.[1] ?? null;
    if (status === null && enhanced) {
      status = enhanced;
      line = around(cut, enhanced);
    }
    if (reply === null && told !== null) {
      reply = told;
      line ??= around(cut, told);
    }
  }
  if (status !== null && reply !== null && status[0] !== reply[0] && !new RegExp(`${reply}[ -]`).test(line ?? ''))
    reply = null;
  return { status, reply, line };
}

/** The server's words from its reply code on. */
function around(line: string, code: string): string {
  const at = Math.max(0, line.indexOf(code));
  const reply = /[45]\d\d[ -]\(?#?$/.exec(line.slice(Math.max(0, at - 8), at));
  return line
    .slice(reply ? at - reply[0].length : at, at + 300)
    .replace(/\s+/g, ' ')
    .trim();
}

function failing(code: string | undefined): string | null {
  return code !== undefined && code[0] !== '2' ? code : null;
}

function isPermanent(codes: Codes, text: string): boolean {
  if (codes.status !== null) return codes.status.startsWith('5.');
  if (codes.reply !== null) return codes.reply.startsWith('5');
  return saysNever(text);
}

const NEVER =
  /permanent(?:ly)? (?:fatal )?(?:error|fail|undeliver)|failed permanently|user unknown|unknown user|no such (?:user|recipient|mailbox|address|person)|(?:user|recipient|mailbox|address) (?:is )?unknown|no (?:mailbox|account|user) (?:here )?(?:by|of|with) that name|nobody (?:here )?(?:has|by|with) that name|(?:user|recipient|address|account|mailbox|recipient name)(?: \S{1,60})? (?:does not exist|doesn['’]t exist|not found|is unknown|is not recognized|unknown)|doesn't have an? \S{1,60} account|does not have an account|invalid (?:user|recipient|mailbox|address)|unknown (?:recipient|local part|address)|address (?:rejected|couldn't be found|could not be found)|(?:empfänger|benutzer|adresse|postfach) (?:\S{1,40} )?(?:unbekannt|existiert nicht|nicht gefunden)|(?:destinataire|utilisateur|adresse) (?:inconnue?|introuvable|n['’]existe pas)|(?:usuario|destinatario|dirección) (?:desconocid[oa]|no existe)|(?:geadresseerde|adres|gebruiker) (?:onbekend|bestaat niet|niet gevonden)|(?:mottagaren|adressen|användaren) (?:finns inte|hittades inte|är okänd)|(?:modtageren|mottakeren|adressen) (?:findes ikke|finnes ikke|blev ikke fundet|ble ikke funnet)|(?:kein|keine) (?:solche[rns]? )?(?:empfänger|postfach|benutzer)|(?:boîte|compte) (?:\S{1,40} )?(?:inconnue?|inexistante?|n['’]existe pas)|(?:buzón|cuenta) (?:\S{1,40} )?(?:desconocid[oa]|inexistente|no existe)|(?:mailbox|postbus) (?:\S{1,40} )?(?:onbekend|bestaat niet)|(?:brevlådan|kontot) (?:\S{1,40} )?(?:finns inte|saknas)|宛先.{0,20}(?:不明|ありません)|may not exist/i;

/** Says in words that the address will never take mail. */
export function saysNever(text: string): boolean {
  return NEVER.test(text.slice(0, 8_000));
}

const DELAY =
  /(?:is|has been|was|be) delayed|warning (?:message )?only|not yet been delivered|will be retried|will (?:keep|continue) trying|temporar(?:y|ily) (?:failure|problem|error)|still being retried|do not need to re-?send|cannot send message for|noch nicht zugestellt|verzögert|retard[ée]|se ha retrasado|vertraagd|försenad|forsinket/i;

function isDelay(subject: string, text: string): boolean {
  return (
    /\bdelay(?:ed)?\b|verzögert|warning: could not send|warning$/i.test(subject) || DELAY.test(text.slice(0, 3_000))
  );
}
