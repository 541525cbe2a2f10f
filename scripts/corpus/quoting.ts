import { type Moment, partsOf } from './clock';
import type { Client, Language } from './source';

/** How each mail client introduces the earlier mail, in each language. Written after looking at what the clients really send. */

export interface Earlier {
  name: string;
  address: string;
  to: string;
  subject: string;
  at: Moment;
  text: string;
}

const LOCALE: Record<Language, string> = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  nl: 'nl-NL',
  sv: 'sv-SE',
};

const FIELDS: Record<Language, [from: string, sent: string, to: string, subject: string]> = {
  en: ['From:', 'Sent:', 'To:', 'Subject:'],
  de: ['Von:', 'Gesendet:', 'An:', 'Betreff:'],
  fr: ['De :', 'Envoyé :', 'À :', 'Objet :'],
  es: ['De:', 'Enviado:', 'Para:', 'Asunto:'],
  nl: ['Van:', 'Verzonden:', 'Aan:', 'Onderwerp:'],
  sv: ['Från:', 'Skickat:', 'Till:', 'Ämne:'],
};

const ORIGINAL: Record<Language, string> = {
  en: '-----Original Message-----',
  de: '-----Ursprüngliche Nachricht-----',
  fr: "-----Message d'origine-----",
  es: '-----Mensaje original-----',
  nl: '-----Oorspronkelijk bericht-----',
  sv: '-----Ursprungligt meddelande-----',
};

const FORWARD_APPLE: Record<Language, string> = {
  en: 'Begin forwarded message:',
  de: 'Anfang der weitergeleiteten Nachricht:',
  fr: 'Début du message réexpédié :',
  es: 'Inicio del mensaje reenviado:',
  nl: 'Begin doorgestuurd bericht:',
  sv: 'Vidarebefordrat brev:',
};

const FORWARD_THUNDERBIRD: Record<Language, string> = {
  en: '-------- Forwarded Message --------',
  de: '-------- Weitergeleitete Nachricht --------',
  fr: '-------- Message transféré --------',
  es: '-------- Mensaje reenviado --------',
  nl: '-------- Doorgestuurd bericht --------',
  sv: '-------- Vidarebefordrat meddelande --------',
};

/** The one line above the quote (Gmail, Apple Mail, Thunderbird). */
export function attribution(client: Client, language: Language, zone: string, earlier: Earlier): string {
  const locale = language === 'en' && zone.startsWith('America/') ? 'en-US' : LOCALE[language];
  const part = (options: Intl.DateTimeFormatOptions): string => partsOf(earlier.at, locale, options);
  const time = part({ hour: locale === 'es-ES' ? 'numeric' : '2-digit', minute: '2-digit' });
  const date = part({ day: 'numeric', month: 'short', year: 'numeric' });
  const weekday = part({ weekday: 'short' });
  const who = `${earlier.name} <${earlier.address}>`;
  if (client === 'thunderbird') {
    const short = part({ day: '2-digit', month: '2-digit', year: locale === 'de-DE' ? '2-digit' : 'numeric' });
    const line: Record<Language, string> = {
      en: `On ${short} ${time}, ${earlier.name} wrote:`,
      de: `Am ${short} um ${time} schrieb ${earlier.name}:`,
      fr: `Le ${short} à ${time}, ${earlier.name} a écrit :`,
      es: `El ${short} a las ${time}, ${earlier.name} escribió:`,
      nl: `Op ${short} om ${time} schreef ${earlier.name}:`,
      sv: `Den ${short} kl. ${time}, skrev ${earlier.name}:`,
    };
    return line[language];
  }
  if (client === 'apple') {
    const line: Record<Language, string> = {
      en: `On ${date}, at ${time}, ${who} wrote:`,
      de: `Am ${part({ day: '2-digit', month: '2-digit', year: 'numeric' })} um ${time} schrieb ${who}:`,
      fr: `Le ${part({ day: 'numeric', month: 'long', year: 'numeric' })} à ${time}, ${who} a écrit :`,
      es: `El ${date}, a las ${time}, ${who} escribió:`,
      nl: `Op ${date}, om ${time} heeft ${who} het volgende geschreven:`,
      sv: `${part({ day: 'numeric', month: 'long', year: 'numeric' })} kl. ${time} skrev ${who}:`,
    };
    return line[language];
  }
  const line: Record<Language, string> = {
    en:
      locale === 'en-US'
        ? `On ${weekday}, ${date} at ${time} ${who} wrote:`
        : `On ${weekday}, ${date} at ${time}, ${who} wrote:`,
    de: `Am ${weekday}., ${date} um ${time} Uhr schrieb ${who}:`,
    fr: `Le ${weekday} ${date} à ${time}, ${who} a écrit :`,
    es: `El ${weekday}, ${date} a las ${time}, ${earlier.name} (<${earlier.address}>) escribió:`,
    nl: `Op ${weekday} ${date} om ${time} schreef ${who}:`,
    sv: `Den ${weekday} ${date} kl ${time} skrev ${who}:`,
  };
  return line[language];
}

/** The block of header lines that Outlook (and forwards) put above the earlier mail. */
export function headerBlock(language: Language, earlier: Earlier): [name: string, value: string][] {
  const [from, sent, to, subject] = FIELDS[language];
  const when = partsOf(earlier.at, LOCALE[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return [
    [from, `${earlier.name} <${earlier.address}>`],
    [sent, when],
    [to, earlier.to],
    [subject, earlier.subject],
  ];
}

const DATE: Record<Language, string> = {
  en: 'Date:',
  de: 'Datum:',
  fr: 'Date :',
  es: 'Fecha:',
  nl: 'Datum:',
  sv: 'Datum:',
};

/** The block above a forwarded mail: Outlook's own; the others say "Date", Gmail in English in every language. */
export function forwardBlock(client: Client, language: Language, forwarded: Earlier): [name: string, value: string][] {
  const block = headerBlock(language, forwarded);
  if (client === 'outlook') return block;
  const [from, sent, to, subject] = block;
  if (from === undefined || sent === undefined || to === undefined || subject === undefined) return block;
  if (client === 'gmail') return [from, ['Date:', sent[1]], ['Subject:', subject[1]], ['To:', to[1]]];
  const date: [string, string] = [DATE[language], sent[1]];
  return client === 'apple' ? [from, subject, date, to] : [subject, date, from, to];
}

/** The line above an Outlook quote in plain text. */
export function outlookRule(language: Language, old: boolean): string {
  return old ? ORIGINAL[language] : '________________________________';
}

/** The line above a forwarded mail. */
export function forwardRule(client: Client, language: Language): string {
  if (client === 'outlook') return outlookRule(language, true);
  if (client === 'apple') return FORWARD_APPLE[language];
  return client === 'thunderbird' ? FORWARD_THUNDERBIRD[language] : '---------- Forwarded message ---------';
}
