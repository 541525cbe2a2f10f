import type { VNode } from 'preact';
import { CHANNEL_WORDS, STEP_WORDS } from '../../../letters/step-words';
import type { PlanStep } from '../../service';
import { APPROVALS } from '../form/choices';
import { OUTCOME_WORDS } from '../words/stage-words';
import { EventForms } from './event-card';
import type { InterviewData } from './interview-data';
import { Layout } from './layout';
import { MessageCard, PastMessage } from './message-card';
import { WhatIsNext } from './next-sentence';
import { Day, Letter, Moment, Reason, Rules, Section, StageChip, Trouble } from './parts';
import type { Shell } from './shell';
import { TaskCard } from './task-card';
import { TimeMachine } from './time-machine';
import type { PageTrouble } from './trouble';

interface PageProps {
  shell: Shell;
  data: InterviewData;
  trouble: PageTrouble | null;
  /** The workflow in the Temporal UI. */
  workflowUrl: string | null;
}

const TO_DECIDE = new Set(['draft', 'approved', 'uncertain', 'sending']);

/** `/interviews/{id}`: where it stands, what is next, what to do, what happened. */
export function InterviewPage({ shell, data, trouble, workflowUrl }: PageProps): VNode {
  const { detail } = data;
  const at = (where: string) => (trouble?.where === where ? trouble : null);
  return (
    <Layout title={`${detail.role}, ${detail.organisation}`} shell={shell} wide>
      <header class="interview-head">
        <p class="crumbs">
          <a href="/">All interviews</a>
        </p>
        <h1>{detail.role}</h1>
        <p class="sub">
          {detail.organisation} · {detail.candidateName} · interviewed{' '}
          <Moment at={detail.intake.interview.endsAt} zone={detail.intake.organisation.timeZone} />
        </p>
        <nav aria-label="On this page" class="on-page">
          {detail.stage === 'closed' ? null : <a href="#plan">The plan</a>} <a href="#timeline">What happened</a>{' '}
          <a href="#report">Tell what happened</a> <a href="#facts">On record</a>
        </nav>
      </header>
      {trouble !== null && trouble.where === 'page' ? (
        <Trouble title={trouble.title} problems={trouble.problems} />
      ) : null}
      <div class="columns">
        <div class="main-column">
          <section aria-labelledby="stage-title" id="stage" class="panel stage-panel" data-live="stage">
            <h2 id="stage-title">
              <span class="visually-hidden">Stage: </span>
              <StageChip stage={detail.stage} outcome={detail.outcome} />
            </h2>
            <WhatIsNext data={data} />
          </section>
          <Drafts data={data} at={at} />
          <Tasks data={data} at={at} />
          <Plan data={data} />
          <Sent data={data} />
          <Timeline data={data} />
        </div>
        <div class="side-column">
          {shell.timeMachine ? <TimeMachine detail={detail} trouble={at('clock')} /> : null}
          <Section id="report" title="Tell what happened">
            <EventForms detail={detail} trouble={trouble} />
          </Section>
          <Approval data={data} />
          <Facts data={data} workflowUrl={workflowUrl} />
        </div>
      </div>
    </Layout>
  );
}

type At = (where: string) => PageTrouble | null;

function Drafts({ data, at }: { data: InterviewData; at: At }): VNode | null {
  const open = data.messages.filter(({ status }) => TO_DECIDE.has(status));
  if (open.length === 0) return null;
  return (
    <Section id="drafts" title="Letters" live>
      {open.map((message) => (
        <MessageCard
          key={message.id}
          detail={data.detail}
          message={message}
          people={data.people}
          trouble={at(`message:${message.id}`)}
        />
      ))}
    </Section>
  );
}

function Tasks({ data, at }: { data: InterviewData; at: At }): VNode | null {
  const open = data.tasks.filter(({ status }) => status === 'open');
  const later = data.tasks.filter(({ status }) => status === 'snoozed');
  if (open.length + later.length === 0) return null;
  return (
    <Section id="tasks" title="For you to do" live>
      {open.map((task) => (
        <TaskCard key={task.id} detail={data.detail} task={task} people={data.people} trouble={at(`task:${task.id}`)} />
      ))}
      {later.length === 0 ? null : (
        <details id="snoozed">
          <summary>Put off ({later.length})</summary>
          {later.map((task) => (
            <TaskCard
              key={task.id}
              detail={data.detail}
              task={task}
              people={data.people}
              trouble={at(`task:${task.id}`)}
            />
          ))}
        </details>
      )}
    </Section>
  );
}

function Plan({ data }: { data: InterviewData }): VNode | null {
  if (data.detail.stage === 'closed') return null;
  return (
    <Section id="plan" title="The plan ahead" live>
      <p class="muted">The whole course if nobody answers. Any answer stops it, and it is made anew.</p>
      {data.plan.length === 0 ? (
        <p>Nothing is planned just now.</p>
      ) : (
        <ol class="plan">
          {data.plan.map((step, index) => (
            <Planned key={`${step.step}${step.due}${step.to.join()}`} step={step} index={index} data={data} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Planned({ step, index, data: { people } }: { step: PlanStep; index: number; data: InterviewData }): VNode {
  const to = step.to.filter((id) => id !== 'candidate').map(people.name);
  return (
    <li>
      <p class="when">
        <Moment at={step.due} zone={people.zone(step.to[0])} />
      </p>
      <p>
        <strong>{(step.channel === 'task' ? step.draft?.subject : undefined) ?? STEP_WORDS[step.step]}</strong>
        {to.length === 0 ? '' : ` · ${to.join(', ')}`}
        {step.cc.length === 0 ? '' : `, copy to ${step.cc.map(people.name).join(', ')}`}
        <span class="muted"> · {CHANNEL_WORDS[step.channel] ?? step.channel}</span>
      </p>
      <Reason text={step.reason} rules={step.rules} />
      {step.draft === null ? null : (
        <details id={`plan-${index}`}>
          <summary>What it would say</summary>
          <p>
            <strong>{step.draft.subject}</strong>
          </p>
          <Letter>{step.draft.text}</Letter>
        </details>
      )}
    </li>
  );
}

function Sent({ data }: { data: InterviewData }): VNode | null {
  const past = data.messages.filter(({ status }) => !TO_DECIDE.has(status));
  if (past.length === 0) return null;
  return (
    <Section id="sent" title="Letters so far" live>
      <ul class="past">
        {past.map((message) => (
          <PastMessage key={message.id} message={message} people={data.people} />
        ))}
      </ul>
    </Section>
  );
}

function Timeline({ data: { detail, timeline } }: { data: InterviewData }): VNode {
  return (
    <Section id="timeline" title="What happened" live>
      <ol class="timeline">
        {[...timeline].reverse().map((entry) => (
          <li key={entry.at + entry.type + entry.text}>
            <Moment at={entry.at} zone={detail.intake.candidate.timeZone} />
            <span>
              {entry.text} <Rules ids={entry.rules} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Approval({ data: { detail } }: { data: InterviewData }): VNode {
  const chosen = detail.intake.approval.default ?? 'ask';
  return (
    <Section id="approval" title="How letters leave">
      <form method="post" action={`/interviews/${encodeURIComponent(detail.id)}/approval`} class="stack">
        <div class="field">
          <label for="approval-step">Kind of letter</label>
          <select id="approval-step" name="step">
            <option value="default">All of them</option>
            {Object.entries(STEP_WORDS).map(([step, word]) => (
              <option key={step} value={step}>
                {word}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="approval-how">How</label>
          <select id="approval-how" name="approval">
            {APPROVALS.map(([value, text]) => (
              <option key={value} value={value} selected={value === chosen}>
                {text}
              </option>
            ))}
          </select>
          <p class="hint">
            The delicate ones always ask. <Rules ids={['H15']} />
          </p>
        </div>
        <button type="submit">Keep this choice</button>
      </form>
    </Section>
  );
}

function Facts({ data: { detail, people }, workflowUrl }: { data: InterviewData; workflowUrl: string | null }): VNode {
  const id = encodeURIComponent(detail.id);
  return (
    <Section id="facts" title="On record">
      <dl class="facts">
        <dt>Outcome</dt>
        <dd>{OUTCOME_WORDS[detail.outcome]}</dd>
        {detail.promisedDate === null || detail.outcome !== 'open' ? null : (
          <>
            <dt>Answer by</dt>
            <dd>
              <Day date={detail.promisedDate.date} />
              {detail.promisedDate.assumed ? ' (assumed)' : ''}
            </dd>
          </>
        )}
        {detail.invitation === null ? null : (
          <>
            <dt>Next round</dt>
            <dd>
              <Moment at={detail.invitation.startsAt} zone={detail.intake.organisation.timeZone} />
              {detail.invitation.location === null ? '' : `, ${detail.invitation.location}`}
            </dd>
          </>
        )}
        <dt>People</dt>
        <dd>
          <ul class="plain">
            {detail.intake.contacts.map((contact) => (
              <li key={contact.id}>
                {people.name(contact.id)}
                {contact.title === '' ? '' : `, ${contact.title}`}
                {contact.email === null ? <em> (no address yet)</em> : null}
              </li>
            ))}
          </ul>
        </dd>
        {detail.referees.length === 0 ? null : (
          <>
            <dt>Referees</dt>
            <dd>
              <ul class="plain">
                {detail.referees.map((referee) => (
                  <li key={referee.id}>
                    {referee.name}: {refereeWords(referee)}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {detail.replyAddress === null ? null : (
          <>
            <dt>Forward their mails to</dt>
            <dd>
              <code class="copy">{detail.replyAddress}</code>
              <p class="hint">Keep it to yourself: whatever arrives there counts for this interview.</p>
            </dd>
          </>
        )}
      </dl>
      <ul class="plain links">
        <li>
          <a href={`/offers/${encodeURIComponent(detail.candidateId)}`}>Offers from elsewhere</a>
        </li>
        <li>
          <a href={`/interviews/new?from=${id}`}>Enter the next round</a>
        </li>
        {workflowUrl === null ? null : (
          <li>
            <a href={workflowUrl} rel="noreferrer">
              This interview in the Temporal UI
            </a>
          </li>
        )}
        <li>
          <a href={`/api/interviews/${id}`}>As data (JSON)</a>
        </li>
      </ul>
    </Section>
  );
}

const PREFERS_WORDS: Record<string, string> = {
  phone: 'prefers a call',
  email: 'prefers email',
  online_form: 'prefers an online form',
};

function refereeWords({ agrees, prefers }: InterviewData['detail']['referees'][number]): string {
  if (agrees === null) return 'has not agreed yet';
  if (!agrees) return 'would rather not';
  return ['has agreed', ...(prefers === null ? [] : [PREFERS_WORDS[prefers] ?? prefers])].join(', ');
}
