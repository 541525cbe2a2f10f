import type { VNode } from 'preact';
import { STEP_WORDS } from '../../../letters/step-words';
import { OUTCOME_WORDS, STAGE_WORDS, STEPPING_BACK } from '../words/stage-words';
import type { InterviewData } from './interview-data';
import { Day, Moment, Reason, Rules } from './parts';

/** Where this interview stands, what happens next and why: the first thing on its page. */
export function WhatIsNext({ data }: { data: InterviewData }): VNode {
  const { detail } = data;
  if (detail.stage === 'closed') return <p class="lead">{OUTCOME_WORDS[detail.outcome]}</p>;
  return (
    <>
      <p class="lead">
        {detail.outcome === 'withdrawn' ? STEPPING_BACK : STAGE_WORDS[detail.stage].means} <Promised data={data} />
      </p>
      <NextStep data={data} />
      {detail.decision?.holds.map((hold) => (
        <p key={hold.rule + hold.text} class="hold">
          <strong>On hold:</strong> {hold.text}
          {hold.until === null ? null : (
            <>
              {' '}
              Until <Moment at={hold.until} zone={detail.intake.organisation.timeZone} />.
            </>
          )}{' '}
          <Rules ids={[hold.rule]} />
        </p>
      ))}
    </>
  );
}

/** The day they named, for as long as it is what is waited for: an answer, either way, has taken its place. */
function Promised({ data: { detail } }: { data: InterviewData }): VNode | null {
  const promised = detail.promisedDate;
  if (promised === null || detail.outcome !== 'open') return null;
  return promised.assumed ? (
    <>
      They named no day; we count on <Day date={promised.date} />. <Rules ids={['A3']} />
    </>
  ) : (
    <>
      {promised.date < detail.now.slice(0, 10) ? 'They had said' : 'They said'} they would answer by{' '}
      <Day date={promised.date} />.
    </>
  );
}

/** The next thing that is still to come; where everything that is decided is overdue, the oldest of that. */
function NextStep({ data }: { data: InterviewData }): VNode {
  const { detail, people } = data;
  const isAhead = ({ due }: { due: string }) => due >= detail.now;
  const decided = detail.decision?.next.find(isAhead) ?? detail.decision?.next[0];
  const planned = data.plan.find(isAhead) ?? data.plan[0];
  const next = decided ?? planned;
  if (next === undefined) return <p>Nothing is planned just now.</p>;
  const to = next.to.filter((id) => id !== 'candidate');
  const title =
    next.channel !== 'task'
      ? undefined
      : decided === undefined
        ? planned?.draft?.subject
        : data.tasks.find(({ stepKey }) => stepKey === decided.key)?.title;
  const waits = data.messages.some(
    ({ status, mode, step, dueAt, stepKey }) =>
      status === 'draft' &&
      mode === 'ask' &&
      (decided === undefined ? step === next.step && dueAt === next.due : stepKey === decided.key),
  );
  return (
    <div class="next">
      <p>
        <strong>
          {isAhead(next) ? 'Next' : 'Overdue'}: {title ?? STEP_WORDS[next.step]}
        </strong>
        {to.length === 0
          ? ', by you'
          : `, ${next.channel === 'email' ? 'to' : 'with'} ${to.map(people.name).join(' and ')}`}
        {', '}
        <Moment at={next.due} zone={people.zone(to[0])} />. {waits ? 'It waits for your approval.' : ''}
      </p>
      <Reason text={next.reason} rules={next.rules} />
    </div>
  );
}
