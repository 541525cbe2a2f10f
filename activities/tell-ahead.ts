import { findInterview } from '../data/interviews';
import { findMessageByKey } from '../data/messages';
import type { ActivityDeps } from './deps';
import { notify } from './notify';

/** H15, `send_unless_stopped`: the candidate is told ahead what goes out and when, and how to stop it. */
export async function tellAhead(
  deps: ActivityDeps,
  { interviewId, key, now }: { interviewId: string; key: string; now: string },
): Promise<void> {
  const { db } = deps;
  const message = await findMessageByKey(db, interviewId, key);
  const interview = await findInterview(db, interviewId);
  if (!message || !interview || message.status !== 'draft') return;
  const stop = await deps.link({ purpose: 'stop', interviewId, messageId: message.id });
  const when = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: interview.intake.candidate.timeZone,
  }).format(new Date(message.dueAt));
  await notify(deps, {
    candidateId: interview.candidateId,
    interviewId,
    noticeKey: `told_ahead:${key}:${message.drafting}`,
    subject: `Goes out on ${when}: ${message.subject}`,
    text: [
      `This goes out on ${when} (your time) for ${interview.role} at ${interview.organisation}, unless you stop it.`,
      message.reason,
      stop ? `Stop it: ${stop}` : 'Stop it on the page of this interview.',
      `To: ${message.to.join(', ')}\nSubject: ${message.subject}\n\n${message.text}`,
    ].join('\n\n'),
    now,
  });
}
