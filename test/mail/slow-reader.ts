import type { ParsedMail } from '../../mail/types';

/** Misbehaves in its reading thread, for the tests of the limits. */
export function behaveAsTheSubjectSays(mail: ParsedMail, context: unknown): unknown {
  if (mail.subject === 'for ever') for (;;);
  if (mail.subject === 'exit') process.exit(3);
  if (mail.subject === 'throw') throw new Error('as asked');
  if (mail.subject === 'eat') {
    const eaten: unknown[] = [];
    for (;;) eaten.push(new Array(100_000).fill(eaten.length));
  }
  return mail.subject + ((context as { add?: string } | undefined)?.add ?? '');
}
