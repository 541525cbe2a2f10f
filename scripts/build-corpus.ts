/**
 * Builds the development corpus of inbound mails: `npx tsx scripts/build-corpus.ts`.
 * `test/corpus/src/*.yaml` (written by hand, one persona each) becomes `test/corpus/mails/NNN.eml` and `test/corpus/labels.jsonl`.
 * The same sources give the same bytes. `--check` only reads and reports; see `test/corpus/README.md`.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { icalOf, isoOf, type Moment, momentOf, rfc5322Of, shifted } from './corpus/clock';
import { htmlText, type Letter, plainText } from './corpus/layout';
import { attachment, encodeWords, multipart, type Part, textPart } from './corpus/mime';
import type { Earlier } from './corpus/quoting';
import { type Client, isAts, KINDS, LANGUAGES, type Persona, personaFile, type SourceMail } from './corpus/source';

const ROOT = join(import.meta.dirname, '..', 'test', 'corpus');

interface Address {
  name: string;
  address: string;
}

interface Entry {
  persona: Persona;
  mail: SourceMail;
  file: string;
}

function readPersonas(): Persona[] {
  const files = readdirSync(join(ROOT, 'src'))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return files.map((name) => {
    try {
      return personaFile.parse(parse(readFileSync(join(ROOT, 'src', name), 'utf8')));
    } catch (cause) {
      throw new Error(`${name} is not a persona file`, { cause });
    }
  });
}

/** The first letters of a hash: a stable stand-in for what would be random. */
function token(seed: string, length: number): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, length);
}

function addressOf(text: string): Address {
  const match = /^(.*?)\s*<([^>]*)>$/.exec(text);
  return { name: match?.[1] ?? '', address: match?.[2] ?? text };
}

function header(text: string): string {
  const { name, address } = addressOf(text);
  if (name === '') return text;
  const shown = /[^\x20-\x7e]/.test(name) ? encodeWords(name) : /[^\w .-]/.test(name) ? `"${name}"` : name;
  return `${shown} <${address}>`;
}

function messageId(client: Client, address: string, seed: string): string {
  const domain = address.split('@')[1] ?? 'mail.test';
  const t = token(seed, 40);
  if (client === 'gmail') return `<CA+${t.slice(0, 30)}@mail.gmail-host.test>`;
  if (client === 'outlook') {
    const host = `AM${t.slice(0, 1)}PR0${t.slice(1, 2)}MB${t.slice(2, 6)}`.toUpperCase();
    return `<${host}${t.slice(6, 30).toUpperCase()}@${host}.eurprd0${t.slice(1, 2)}.prod.outlook-host.test>`;
  }
  if (client === 'apple') {
    return `<${[t.slice(0, 8), t.slice(8, 12), t.slice(12, 16), t.slice(16, 20), t.slice(20, 32)].join('-').toUpperCase()}@${domain}>`;
  }
  if (client === 'thunderbird')
    return `<${t.slice(0, 8)}-${t.slice(8, 12)}-4${t.slice(12, 15)}-8${t.slice(15, 18)}-${t.slice(18, 30)}@${domain}>`;
  return `<${t.slice(0, 24)}@${isAts(client) ? `${client}-mail.test` : domain}>`;
}

function clientHeaders(client: Client, persona: Persona, seed: string): string[] {
  if (client === 'outlook') {
    const tongue = `${persona.language}-${persona.language === 'en' ? 'GB' : persona.language === 'sv' ? 'SE' : persona.language.toUpperCase()}`;
    const index = Buffer.from(token(seed, 44), 'hex').toString('base64');
    return [
      `Thread-Index: ${index}`,
      `Accept-Language: ${tongue}, en-US`,
      `Content-Language: ${tongue}`,
      'X-MS-Has-Attach:',
    ];
  }
  if (client === 'apple') return ['X-Mailer: Apple Mail (2.3826.200.121)'];
  if (client === 'thunderbird') return ['User-Agent: Mozilla Thunderbird', 'Content-Language: en-US'];
  if (isAts(client)) return [`X-Mail-Id: ${token(seed, 12)}`, `Feedback-ID: ${token(seed, 6)}:${client}-mail.test`];
  return [];
}

function earlierOf(persona: Persona, mail: SourceMail, at: Moment, from: string): Earlier | null {
  const text = mail.trap ?? mail.quoted;
  if (text === undefined) return null;
  const writer = addressOf(mail.quotedFrom === 'self' ? from : (mail.quotedFrom ?? persona.to));
  const to = mail.quotedFrom === 'self' ? persona.to : from;
  const dice = Number.parseInt(token(mail.id, 4), 16);
  const dayBefore = shifted(at, -1440 * (1 + (dice % 3))).local.slice(0, 10);
  const clock = `${String(8 + (dice % 11)).padStart(2, '0')}:${String(dice % 60).padStart(2, '0')}`;
  const when = momentOf(mail.quotedAt ?? `${dayBefore} ${clock}`, persona.zone);
  return {
    ...writer,
    to,
    subject: mail.subject.replace(/^(Re|RE|AW|WG|TR|RV|SV|Antw|Fwd|FW|VS|VB|Doorst): ?/, ''),
    at: when,
    text,
  };
}

function calendarText(mail: SourceMail, persona: Persona, from: string): string {
  const ics = mail.ics;
  if (ics === undefined) return '';
  const start = momentOf(ics.start, persona.zone);
  const organizer = addressOf(from);
  const guest = addressOf(mail.to ?? persona.to);
  const lines = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Corpus//Calendar 1.0//EN',
    'VERSION:2.0',
    `METHOD:${ics.method}`,
    'BEGIN:VEVENT',
    `UID:${ics.uid}`,
    `DTSTAMP:${icalOf(momentOf(mail.at, persona.zone))}`,
    `DTSTART:${icalOf(start)}`,
    `DTEND:${icalOf(shifted(start, ics.minutes))}`,
    `SUMMARY:${ics.summary.replace(/([,;])/g, '\\$1')}`,
    ...(ics.location === undefined ? [] : [`LOCATION:${ics.location.replace(/([,;])/g, '\\$1')}`]),
    `ORGANIZER;CN=${organizer.name.replace(/[^\w .-]/g, '')}:mailto:${organizer.address}`,
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${guest.address}`,
    `SEQUENCE:${ics.sequence}`,
    `STATUS:${ics.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.join('\n')}\n`;
}

function reportPart(mail: SourceMail, persona: Persona, at: Moment, text: string, boundary: string): Part {
  const bounce = mail.bounce;
  if (bounce === undefined) throw new Error(`${persona.persona}/${mail.id}: a bounce without its facts`);
  const original = shifted(at, -7);
  const returned = [
    `Message-ID: <${token(`${mail.id}-sent`, 20)}@${addressOf(persona.to).address.split('@')[1]}>`,
    `Date: ${rfc5322Of(original)}`,
    `From: ${header(persona.to)}`,
    `To: ${bounce.recipient}`,
    `Subject: ${encodeWords(bounce.returnedSubject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset="utf-8"',
    'Content-Transfer-Encoding: 8bit',
  ].join('\n');
  const charset = mail.charset ?? 'utf-8';
  if (bounce.form === 'free') {
    return textPart('text/plain', `${text}\n${returned}\n\n${bounce.returned}`, charset, mail.enc ?? '8bit');
  }
  const status = [
    `Reporting-MTA: dns; ${bounce.reporting}`,
    `Arrival-Date: ${rfc5322Of(original)}`,
    '',
    `Final-Recipient: rfc822; ${bounce.recipient}`,
    `Action: ${bounce.action}`,
    `Status: ${bounce.status ?? '5.0.0'}`,
    ...(bounce.diagnostic === undefined ? [] : [`Diagnostic-Code: smtp; ${bounce.diagnostic}`]),
  ].join('\r\n');
  const parts: Part[] = [
    textPart('text/plain', text, charset, mail.enc ?? '8bit'),
    { headers: ['Content-Type: message/delivery-status'], body: Buffer.from(`${status}\r\n`) },
    {
      headers: ['Content-Type: message/rfc822', 'Content-Transfer-Encoding: 8bit'],
      body: Buffer.from(`${returned}\n\n${bounce.returned}`.replace(/\n/g, '\r\n')),
    },
  ];
  return multipart('report; report-type=delivery-status', parts, boundary);
}

function contentOf(letter: Letter, at: Moment, from: string): { part: Part; htmlOnly: boolean } {
  const { mail, persona, client } = letter;
  const seed = `${persona.persona}/${mail.id}`;
  const boundary = (n: number): string => `${'-'.repeat(n)}=_${token(`${seed}${n}`, 20)}`;
  const plain = plainText(letter);
  if (mail.bounce !== undefined) return { part: reportPart(mail, persona, at, plain, boundary(4)), htmlOnly: false };
  const charset = mail.charset ?? 'utf-8';
  const encoding = mail.enc ?? (charset === 'utf-8' ? 'qp' : '8bit');
  const form = mail.form ?? (client === 'gmail' || client === 'outlook' ? 'alt' : isAts(client) ? 'html' : 'text');
  const text = textPart('text/plain', plain, charset, encoding);
  const html = (): Part => textPart('text/html', htmlText(letter), charset, encoding);
  const ics = mail.ics;
  const views: Part[] = form === 'alt' ? [text, html()] : form === 'html' ? [html()] : [text];
  if (ics !== undefined) {
    views.push(textPart(`text/calendar; method=${ics.method}`, calendarText(mail, persona, from), 'utf-8', '8bit'));
  }
  const first = views[0];
  if (first === undefined) throw new Error(`${seed}: nothing to send`);
  const view = views.length === 1 ? first : multipart('alternative', views, boundary(6));
  const files = mail.attach.map((name) => attachment(name));
  return {
    part: files.length === 0 ? view : multipart('mixed', [view, ...files], boundary(8)),
    htmlOnly: form === 'html',
  };
}

function build(entry: Entry): { eml: Buffer; label: object } {
  const { persona, mail, file } = entry;
  const seed = `${persona.persona}/${mail.id}`;
  const client = mail.client ?? persona.client;
  const from = mail.from ?? persona.from;
  const at = momentOf(mail.at, persona.zone);
  const earlier = earlierOf(persona, mail, at, from);
  const forward = mail.forward;
  const forwarded =
    forward === undefined
      ? null
      : {
          ...addressOf(forward.from),
          to: forward.to,
          subject: forward.subject,
          at: momentOf(forward.at, persona.zone),
          text: forward.text,
        };
  const { part, htmlOnly } = contentOf({ persona, mail, client, earlier, forwarded }, at, from);
  const sender = addressOf(from).address;
  const domain = sender.split('@')[1] ?? 'mail.test';
  const to = mail.to ?? persona.to;
  const own = Object.keys(mail.headers).map((name) => name.toLowerCase());
  const reply = earlier !== null || /^(re|aw|sv|antw|ré)\s?:/i.test(mail.subject);
  const parent = `<${token(`${seed}-parent`, 20)}@${addressOf(persona.to).address.split('@')[1]}>`;
  const lines = [
    `Return-Path: <${mail.bounce === undefined ? sender : ''}>`,
    `Received: from out.${domain} (out.${domain} [192.0.2.${Number.parseInt(token(domain, 2), 16)}])`,
    `\tby mx.inbox.test (Postfix) with ESMTPS id ${token(seed, 11).toUpperCase()}`,
    `\tfor <${addressOf(to).address}>; ${rfc5322Of(shifted(at, 1))}`,
    `Authentication-Results: mx.inbox.test; spf=pass smtp.mailfrom=${domain}; dkim=pass header.d=${domain}`,
    `Date: ${rfc5322Of(at)}`,
    `From: ${header(from)}`,
    `To: ${header(to)}`,
    ...(mail.cc === undefined ? [] : [`Cc: ${header(mail.cc)}`]),
    ...(mail.replyTo === undefined ? [] : [`Reply-To: ${header(mail.replyTo)}`]),
    `Subject: ${encodeWords(mail.subject)}`,
    ...(own.includes('message-id') ? [] : [`Message-ID: ${messageId(client, sender, seed)}`]),
    ...(reply && mail.bounce === undefined && !own.includes('in-reply-to')
      ? [`In-Reply-To: ${parent}`, `References: ${parent}`]
      : []),
    ...clientHeaders(client, persona, seed),
    ...Object.entries(mail.headers).map(([name, value]) => `${name}: ${encodeWords(value)}`),
    'MIME-Version: 1.0',
    ...part.headers,
  ];
  const dates = Object.entries(mail.dates).map(([key, value]) => [
    key,
    value.length === 10 ? value : isoOf(momentOf(value, persona.zone)),
  ]);
  const bounce = mail.bounce;
  const label = {
    file: `mails/${file}`,
    label: mail.kind,
    alt_labels: mail.alt,
    language: persona.language,
    persona: persona.persona,
    template: `${persona.persona}/${mail.id}`,
    split: persona.split,
    html_only: htmlOnly,
    quoted_trap: mail.trap !== undefined,
    ...(dates.length === 0 ? {} : { dates: Object.fromEntries(dates) }),
    ...(mail.vague.length === 0 ? {} : { vague_dates: mail.vague }),
    ...(mail.asks.length === 0 ? {} : { asks_for: mail.asks }),
    ...(mail.flags.length === 0 ? {} : { flags: mail.flags }),
    ...(bounce === undefined
      ? {}
      : { bounce: { recipients: [bounce.recipient], status: bounce.status, permanent: bounce.permanent } }),
    notes: mail.notes,
  };
  return { eml: Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), part.body]), label };
}

/**
 * Sentences of more than six words that more than two mails share, or mails of two authors where one of them writes by
 * template (`everyday-…`, whose own mails may share them); the corpus is meant to be written, not stamped.
 */
function sharedSentences(entries: Entry[]): string[] {
  const seen = new Map<string, Set<string>>();
  for (const { persona, mail } of entries) {
    const texts = [
      mail.body,
      mail.quoted ?? '',
      mail.trap ?? '',
      mail.forward?.text ?? '',
      mail.bounce?.returned ?? '',
    ];
    for (const sentence of texts.join('\n\n').split(/(?<=[.!?:])\s+|\n+/)) {
      const words = sentence.toLowerCase().match(/[\p{L}\d']+/gu) ?? [];
      if (words.length <= 6) continue;
      const key = words.join(' ');
      seen.set(key, (seen.get(key) ?? new Set()).add(`${persona.persona}/${mail.id}`));
    }
  }
  const isStamped = (mails: Set<string>): boolean => {
    const authors = new Set([...mails].map((mail) => mail.split('/')[0] ?? ''));
    return [...authors].some((author) => author.startsWith('everyday-')) ? authors.size > 1 : mails.size > 2;
  };
  return [...seen].filter(([, mails]) => isStamped(mails)).map(([key, mails]) => `${[...mails].join(', ')}: ${key}`);
}

function countsOf(entries: Entry[]): string {
  const rows = [`kind             ${LANGUAGES.map((l) => `${l} dev/test`.padEnd(13)).join('')}total`];
  for (const kind of KINDS) {
    const cells = LANGUAGES.map((language) => {
      const of = (split: string): number =>
        entries.filter((e) => e.mail.kind === kind && e.persona.language === language && e.persona.split === split)
          .length;
      return `${of('dev')}/${of('test')}`.padEnd(13);
    });
    rows.push(`${kind.padEnd(17)}${cells.join('')}${entries.filter((e) => e.mail.kind === kind).length}`);
  }
  const sums = LANGUAGES.map((l) => String(entries.filter((e) => e.persona.language === l).length).padEnd(13));
  rows.push(`${'all'.padEnd(17)}${sums.join('')}${entries.length}`);
  return rows.join('\n');
}

function main(): void {
  const personas = readPersonas();
  const entries: Entry[] = [];
  const ids = new Set<string>();
  for (const persona of personas) {
    for (const mail of persona.mails) {
      const id = `${persona.persona}/${mail.id}`;
      if (ids.has(id)) throw new Error(`${id} is there twice`);
      ids.add(id);
      entries.push({ persona, mail, file: `${String(entries.length + 1).padStart(3, '0')}.eml` });
    }
  }
  const built = entries.map((entry) => ({ ...build(entry), file: entry.file }));
  const bytes = built.reduce((sum, { eml }) => sum + eml.length, 0);
  if (!process.argv.includes('--check')) {
    rmSync(join(ROOT, 'mails'), { recursive: true, force: true });
    mkdirSync(join(ROOT, 'mails'), { recursive: true });
    for (const { file, eml } of built) writeFileSync(join(ROOT, 'mails', file), eml);
    writeFileSync(join(ROOT, 'labels.jsonl'), `${built.map(({ label }) => JSON.stringify(label)).join('\n')}\n`);
  }
  const shared = sharedSentences(entries);
  console.log(countsOf(entries));
  console.log(`${personas.length} personas, ${entries.length} mails, ${bytes} bytes`);
  for (const line of shared) console.log(`shared sentence: ${line}`);
  if (shared.length > 0) process.exitCode = 1;
}

main();
