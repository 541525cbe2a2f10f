/** A mail as a mail server hands it on. `answers` is the Message-ID that it replies to. */
export function rawMail(mail: {
  from: string;
  to: string;
  subject: string;
  id: string;
  answers?: string | undefined;
  text: string;
}): string {
  const thread = mail.answers ? [`In-Reply-To: ${mail.answers}`, `References: ${mail.answers}`] : [];
  return [
    `From: ${mail.from}`,
    `To: ${mail.to}`,
    `Subject: ${mail.subject}`,
    `Message-ID: <${mail.id}>`,
    ...thread,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    ...mail.text.split('\n'),
    '',
  ].join('\r\n');
}

/** A header of a mail that was sent, unfolded; empty where it has none. */
export function headerOf(raw: string, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
}
