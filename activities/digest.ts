/** D4: once a week, what waits, what is due, what is overdue, and how many processes are alive. */
import { findCandidate } from '../data/candidates';
import { type Interview, listInterviews } from '../data/interviews';
import { listMessages } from '../data/messages';
import { listOpenTasks } from '../data/tasks';
import { STEP_WORDS } from '../letters/step-words';
import type { ActivityDeps } from './deps';
import { notify } from './notify';

const MOST_LINES = 20;

/** Sends the digest of the week to the candidate, at most once a day however often it is called. */
export async function sendDigest(
  deps: ActivityDeps,
  { candidateId, now }: { candidateId: string; now: string },
): Promise<void> {
  const { db } = deps;
  const candidate = await findCandidate(db, candidateId);
  if (!candidate?.notices) return;
  const open = (await listInterviews(db, { candidateId })).filter(
    ({ closedAt, started }) => started && closedAt === null,
  );
  if (open.length === 0) return;
  const day = (instant: string) =>
    new Intl.DateTimeFormat('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: candidate.profile.timeZone,
    }).format(new Date(instant));
  const tasks = await listOpenTasks(db, candidateId);
  const drafts = (await Promise.all(open.map(({ id }) => listMessages(db, id))))
    .flat()
    .filter(({ status }) => status === 'draft');
  const waiting = drafts.filter(({ mode }) => mode === 'ask');
  const overdue = [...tasks, ...waiting].filter(({ dueAt }) => dueAt < now);
  const text = [
    `Good morning ${candidate.profile.name},`,
    alive(open),
    section('Waiting for you', [
      ...waiting
        .filter(({ dueAt }) => dueAt >= now)
        .map(({ subject, dueAt }) => `${day(dueAt)}, to approve: ${subject}`),
      ...tasks.filter(({ dueAt }) => dueAt >= now).map(({ title, dueAt }) => `${day(dueAt)}: ${title}`),
    ]),
    section(
      'Goes out by itself',
      drafts.filter(({ mode }) => mode !== 'ask').map(({ subject, dueAt }) => `${day(dueAt)}: ${subject}`),
    ),
    section(
      'Overdue',
      overdue.map((one) => `since ${day(one.dueAt)}: ${'title' in one ? one.title : one.subject}`),
    ),
    section(
      'Waiting for them',
      open.map((one) => standing(one, now, day)),
    ),
  ];
  await notify(deps, {
    candidateId,
    interviewId: null,
    noticeKey: `digest:${now.slice(0, 10)}`,
    subject: `Your week: ${open.length} ${open.length === 1 ? 'process' : 'processes'}, ${overdue.length} overdue`,
    text: text.filter((part) => part !== '').join('\n\n'),
    now,
  });
}

function alive(open: Interview[]): string {
  const live = open.filter(({ outcome }) => outcome === 'open' || outcome === 'offered');
  if (live.length === 0) return 'No process is alive just now. A good week to open a new one.';
  if (live.length > 1) return `${live.length} processes are alive.`;
  return `One process is alive: ${live[0]?.role} at ${live[0]?.organisation}. All hope on one is a heavy load; keep looking (D4).`;
}

function standing(interview: Interview, now: string, day: (instant: string) => string): string {
  const { role, organisation, decision, intake } = interview;
  const name = `${role}, ${organisation}`;
  if (now < intake.interview.endsAt) return `${name}: the interview is on ${day(intake.interview.endsAt)}`;
  const promised = decision?.promisedDate;
  const said = promised?.assumed ? 'no date named, assumed' : 'they said by';
  const next = decision?.next.find(({ due, channel }) => due >= now && channel !== 'task');
  return [
    // A date has no zone: noon is on that day in nearly every zone.
    `${name}: ${promised ? `${said} ${day(`${promised.date}T12:00:00Z`)}` : 'no date'}`,
    next ? `; next on ${day(next.due)}: ${STEP_WORDS[next.step].toLowerCase()}` : '',
  ].join('');
}

function section(title: string, lines: string[]): string {
  if (lines.length === 0) return '';
  const more = lines.length > MOST_LINES ? [`… and ${lines.length - MOST_LINES} more`] : [];
  return [`${title}:`, ...lines.slice(0, MOST_LINES).map((line) => `- ${line}`), ...more].join('\n');
}
