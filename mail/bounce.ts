/** Delivery reports: RFC 3464 where there is one, else the free-form reports of the common mail servers. */
import { normaliseAddress } from './addresses';
import { readDeliveryStatus } from './delivery-status';
import { readFreeFormReport, saysNever } from './free-form-bounce';
import { normaliseMessageId } from './message-id';
import type { BounceReport, ParsedMail } from './types';

/**
 * The report that `mail` is, or null if it is none: a person's mail that quotes or forwards a report is none, nor is a
 * read receipt, a spam complaint or a report that everything arrived. `permanent` is true only for 5.x.x or an equally
 * plain text (H6).
 */
export function readBounce(mail: ParsedMail): BounceReport | null {
  const contentType = header(mail, 'content-type').toLowerCase();
  if (contentType.includes('disposition-notification') || contentType.includes('feedback-report')) return null;
  if (mail.deliveryStatus !== null) {
    const report = readDeliveryStatus(mail.deliveryStatus);
    if (report === 'delivered') return null;
    if (report) {
      // A report that names nobody in its machine-readable part often does so in its text.
      const written = report.recipients.length === 0 || report.status === null ? readFreeFormReport(mail) : null;
      return {
        recipients: report.recipients.length > 0 ? report.recipients : (written?.recipients ?? []),
        status: report.status ?? written?.status ?? null,
        permanent: report.permanent || (report.status === null && written?.permanent === true),
        originalMessageId: originalMessageId(mail),
        diagnostic: report.diagnostic ?? written?.diagnostic ?? null,
      };
    }
  }
  if (!isFromMailSystem(mail, contentType)) return null;
  const report = readFreeFormReport(mail);
  return report === null ? null : { ...report, originalMessageId: originalMessageId(mail) };
}

const DAEMON =
  /^(?:mailer-?daemon|mail-?daemon|postmaster|post_master|mdaemon|mail[._-]delivery(?:[._-](?:system|subsystem))?|mail-?system|bounces?|microsoftexchange[0-9a-f]{6,40}|mailadmin|delivery-?(?:status|notification)s?|no-?reply-?delivery|symantec_antivirus.*|ndr)$/i;
const DAEMON_NAME =
  /mail(?:er)?[- ]?deliver|delivery (?:sub)?system|mailer[- ]?daemon|postmaster|system administrator|interscan/i;
const REPORT_SUBJECT =
  /undeliver|delivery (?:status|failure|report|has failed|incomplete|delayed|problem)|failure notice|failed delivery|mail (?:delivery|failure|could not|system error|not delivered)|returned (?:mail|to sender)|returning message|(?:message|mail) (?:not |could ?n[o']t be )?delivered|non-?delivery|could not be delivered|could not send|error sending your mail|delayed mail|warning: .{0,40}(?:delay|not sent)|bounce|nondeliverable|unzustellbar|nicht zugestellt|zustell(?:ung|fehler)|nicht übermittelt|non remis|non délivr|échec de (?:la )?(?:remise|distribution)|remise (?:impossible|échouée)|retour(?:né)? à l['’]expéditeur|no se (?:puede|pudo|ha podido) entregar|no entregado|(?:correo|mensaje) devuelto|(?:fallo|error) (?:de|en la) entrega|entrega fallida|onbestelbaar|niet (?:bezorgd|afgeleverd)|(?:bezorging|aflevering) mislukt|kan inte levereras|kunde inte levereras|inte levererats|olevererbar|leverans(?:fel|en misslyckades)|kan ikke leveres|kunne ikke leveres|uleverbar|ikke levert|não (?:entregue|foi possível)|mancato recapito|не доставлено|недоставлен|配信|エラー|返送|x-failed/i;
const REPORT_TEXT =
  /could ?n[o']t be delivered|(?:un|not )able to deliver|was(?:n't| not) able to (?:deliver|be delivered)|delivery (?:to the following|has failed|failed|failure|status)|undeliverable|was not delivered|did not reach the following|permanent (?:fatal )?error|permanent failure|trouble delivering|error (?:occurred while trying to|delivering)|transcript of session|has been delayed|is delayed for|mail system at host|konnten? (?:leider )?nicht (?:zugestellt|ausgeliefert|übermittelt)|n['’]a pas pu être|impossible de (?:remettre|distribuer|livrer)|no se ha podido entregar|no pudo (?:entregarse|ser entregado)|kon niet (?:worden )?(?:bezorgd|afgeleverd)|kunde inte (?:levereras|lämnas)|gick inte att leverera|kunne ikke leveres|送信できません|配送できません|配信できません|invalid user address|group you tried to contact|wasn't delivered|rejected and discarded/i;

/** Only a mail system reports: by its name, by the empty return path, or by the report type of the whole mail. */
function isFromMailSystem(mail: ParsedMail, contentType: string): boolean {
  if (header(mail, 'x-failed-recipients') !== '') return true;
  const from = header(mail, 'from');
  const address = mail.from?.address ?? '';
  const local =
    address === '' ? (from.replace(/[<>"\s]/g, '').split('@')[0] ?? '') : address.slice(0, address.lastIndexOf('@'));
  const nullSender = /^\s*<\s*>\s*$/.test(header(mail, 'return-path')) || /<\s*>/.test(from);
  const fromDaemon = DAEMON.test(local) || DAEMON_NAME.test(mail.from?.name ?? '') || /^mailer-daemon/i.test(from);
  const isReport = contentType.startsWith('multipart/report');
  const isMachine = fromDaemon || nullSender || isReport;
  if (!isMachine && header(mail, 'auto-submitted') === '') return false;
  if (returnsMailWithReason(mail)) return true;
  if (!isMachine || isOutOfOffice(mail)) return false;
  return REPORT_SUBJECT.test(mail.subject.slice(0, 300)) || REPORT_TEXT.test(mail.text.slice(0, 4_000));
}

const SMTP_ERROR =
  /(?:^|[\s:(#"'])[45]\d\d[ -]#?\(?[45]\.\d{1,3}\.\d{1,3}|\b(?:error|fehler|erreur|fout|fel|code|código|said|smtp)\W{0,4}[45][0-5]\d(?![\d.])/i;

/** However a server words it: a copy of what was sent, with an error code or a plain word that it will never arrive. */
function returnsMailWithReason(mail: ParsedMail): boolean {
  const text = mail.text.slice(0, 8_000);
  const copy = mail.returned !== null || /^[\s>]{0,10}message-id:\s{0,5}</im.test(text);
  return copy && (SMTP_ERROR.test(text) || saysNever(text));
}

/** Exchange sends absence notes from the empty return path too. */
function isOutOfOffice(mail: ParsedMail): boolean {
  return (
    header(mail, 'auto-submitted').toLowerCase().startsWith('auto-replied') &&
    mail.inReplyTo.length > 0 &&
    !/deliver|failure|zustell|remis|entreg|bezorg|lever/i.test(mail.subject)
  );
}

/** The Message-ID of the mail that came back: from the returned header, else from a copy quoted in the text. */
function originalMessageId(mail: ParsedMail): string | null {
  for (const source of [mail.returned, mail.text.slice(0, 100_000)]) {
    const found = source === null ? null : /(?:^|\n)[\s>]{0,10}message-id:\s{0,5}(<[^>\s]{1,998}>)/i.exec(source);
    const id = normaliseMessageId(found?.[1]);
    if (id && id !== mail.messageId) return id;
  }
  return mail.inReplyTo[0] ?? null;
}

function header(mail: ParsedMail, name: string): string {
  return mail.headers.find((one) => one.name === name)?.value ?? '';
}

/** True where the report is about this address. */
export function isAbout(report: BounceReport, address: string): boolean {
  const wanted = normaliseAddress(address);
  return wanted !== '' && report.recipients.some((recipient) => normaliseAddress(recipient) === wanted);
}
