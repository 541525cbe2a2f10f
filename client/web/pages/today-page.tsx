import type { FastifyInstance } from 'fastify';
import type { VNode } from 'preact';
import { STEP_WORDS } from '../../../letters/step-words';
import type { InboxItem, InterviewDetail, InterviewView, MessageView, TaskView } from '../../service';
import type { WebOptions } from '../web-options';
import { distance } from '../words/moments';
import { peopleOf } from '../words/people';
import { STAGE_WORDS } from '../words/stage-words';
import { Layout } from './layout';
import { Day, Moment, Reason, Rules, Section } from './parts';
import { sendPage } from './render';
import { type Shell, shellOf } from './shell';

/** More than anybody can look at in a day; the rest is in the list below. */
const MOST_ASKED = 40;

interface Need {
  href: string;
  what: string;
  whose: string;
  due: string;
  now: string;
  zone: string;
  reason: string;
  rules: string[];
}

/** `/`: what needs the person now, then all interviews by stage. */
export function todayPage(app: FastifyInstance, web: WebOptions): void {
  app.get('/', async (request, reply) => {
    const candidate = (request.query as { candidate?: unknown }).candidate;
    const [shell, interviews, inbox] = await Promise.all([
      shellOf(web, request),
      web.service.interviews(typeof candidate === 'string' && candidate !== '' ? { candidateId: candidate } : {}),
      web.service.inbox('review'),
    ]);
    const details = await detailsOf(web, interviews);
    const needs = await needsOf(web, details);
    const zones = new Map(details.map(({ id, intake }) => [id, intake.candidate.timeZone]));
    return sendPage(reply, <Today shell={shell} interviews={interviews} needs={needs} inbox={inbox} zones={zones} />);
  });
}

/** Those that need somebody first: their clocks and zones are what the page shows. */
async function detailsOf({ service }: WebOptions, interviews: InterviewView[]): Promise<InterviewDetail[]> {
  const open = interviews.filter(({ stage, needsPerson }) => needsPerson || stage !== 'closed');
  const first = open.sort((a, b) => Number(b.needsPerson) - Number(a.needsPerson)).slice(0, MOST_ASKED);
  return Promise.all(first.map(({ id }) => service.interview(id)));
}

async function needsOf({ service }: WebOptions, details: InterviewDetail[]): Promise<Need[]> {
  const found = await Promise.all(
    details.map(async (view) => {
      const [messages, tasks] = await Promise.all([service.messages(view.id), service.tasks(view.id)]);
      const zone = view.intake.candidate.timeZone;
      const common = { whose: `${view.role}, ${view.organisation}`, now: view.now, zone };
      return [
        ...messages.filter(waits).map((message) => ({ ...common, ...needOfMessage(view, message) })),
        ...tasks.filter(({ status }) => status === 'open').map((task) => ({ ...common, ...needOfTask(view.id, task) })),
      ];
    }),
  );
  return found.flat().sort((a, b) => a.due.localeCompare(b.due));
}

function waits({ status, mode }: MessageView): boolean {
  return (status === 'draft' && mode === 'ask') || status === 'uncertain';
}

function needOfMessage({ id, intake, former }: InterviewDetail, message: MessageView) {
  const { nameBehind } = peopleOf(intake, former);
  const word = `${STEP_WORDS[message.step]}, to ${message.to.map(nameBehind).join(' and ')}`;
  return {
    href: `/interviews/${encodeURIComponent(id)}#message-${encodeURIComponent(message.id)}`,
    what: message.status === 'uncertain' ? `Did it arrive? ${word}` : `Read and approve: ${word}`,
    due: message.dueAt,
    reason: message.reason,
    rules: message.rules,
  };
}

function needOfTask(id: string, task: TaskView) {
  return {
    href: `/interviews/${encodeURIComponent(id)}#task-${encodeURIComponent(task.id)}`,
    what: task.title,
    due: task.dueAt,
    reason: task.reason,
    rules: task.rules,
  };
}

interface TodayProps {
  shell: Shell;
  interviews: InterviewView[];
  needs: Need[];
  inbox: InboxItem[];
  zones: Map<string, string>;
}

function Today({ shell, interviews, needs, inbox, zones }: TodayProps): VNode {
  const soon = (need: Need) => Date.parse(need.due) - Date.parse(need.now) < 2 * 86_400_000;
  return (
    <Layout title="Today" shell={shell}>
      <h1>Today</h1>
      {interviews.length === 0 ? (
        <Empty />
      ) : (
        <>
          <Section id="now" title="What needs you" live>
            <Needs needs={needs.filter(soon)} inbox={inbox} />
            <Later needs={needs.filter((need) => !soon(need))} />
          </Section>
          <Section id="all" title="All interviews" live>
            <ByStage interviews={interviews} zones={zones} />
          </Section>
        </>
      )}
    </Layout>
  );
}

function Empty(): VNode {
  return (
    <div class="empty">
      <p class="lead">Just had an interview? Well done for getting there.</p>
      <p>
        Tell us how it was while it is fresh: who you met, what you talked about, when they will answer. We prepare the
        thank-you notes, keep quiet while it is their turn, and know when it is time to ask. Nothing leaves without your
        approval.
      </p>
      <p>
        <a class="button primary" href="/interviews/new">
          Enter an interview
        </a>
      </p>
    </div>
  );
}

function Needs({ needs, inbox }: { needs: Need[]; inbox: InboxItem[] }): VNode {
  if (needs.length === 0 && inbox.length === 0)
    return <p class="calm">Nothing needs you just now. We will ask when something does.</p>;
  return (
    <ul class="needs">
      {inbox.length === 0 ? null : (
        <li class="need">
          <a href="/inbox">{inbox.length === 1 ? 'A mail waits for you' : `${inbox.length} mails wait for you`}</a>
          <p class="reason">
            <span class="why">Why:</span>{' '}
            {inbox.some(({ interviewId }) => interviewId !== null) ? (
              <>
                While it is unsorted, nobody there is asked anything <Rules ids={['H3']} />
              </>
            ) : (
              'It may be an answer, and only you can tell from whom.'
            )}
          </p>
        </li>
      )}
      {needs.map((need) => (
        <NeedItem key={need.href} need={need} />
      ))}
    </ul>
  );
}

function NeedItem({ need }: { need: Need }): VNode {
  const late = need.due < need.now;
  return (
    <li class={late ? 'need late' : 'need'}>
      <a href={need.href}>{need.what}</a>
      <span class="whose">{need.whose}</span>
      <span class="due">
        <Moment at={need.due} zone={need.zone} /> <strong>{distance(need.due, need.now, need.zone)}</strong>
      </span>
      <Reason text={need.reason} rules={need.rules} />
    </li>
  );
}

function Later({ needs }: { needs: Need[] }): VNode | null {
  if (needs.length === 0) return null;
  return (
    <details id="later">
      <summary>Later ({needs.length})</summary>
      <ul class="needs">
        {needs.map((need) => (
          <NeedItem key={need.href} need={need} />
        ))}
      </ul>
    </details>
  );
}

function ByStage({ interviews, zones }: Pick<TodayProps, 'interviews' | 'zones'>): VNode {
  const severalPeople = new Set(interviews.map(({ candidateId }) => candidateId)).size > 1;
  const stages = Object.keys(STAGE_WORDS) as (keyof typeof STAGE_WORDS)[];
  return (
    <>
      {stages.map((stage) => {
        const there = interviews.filter((view) => view.stage === stage);
        if (there.length === 0) return null;
        const list = (
          <ul class="cards">
            {there.map((view) => (
              <Card key={view.id} view={view} named={severalPeople} zone={zones.get(view.id) ?? 'UTC'} />
            ))}
          </ul>
        );
        if (stage === 'closed')
          return (
            <details key={stage} id="closed">
              <summary>
                {STAGE_WORDS[stage].name} ({there.length})
              </summary>
              {list}
            </details>
          );
        return (
          <div key={stage}>
            <h3>
              {STAGE_WORDS[stage].name} <span class="muted">({there.length})</span>
            </h3>
            {list}
          </div>
        );
      })}
    </>
  );
}

function Card({ view, named, zone }: { view: InterviewView; named: boolean; zone: string }): VNode {
  return (
    <li class="card">
      <p class="card-title">
        <a href={`/interviews/${encodeURIComponent(view.id)}`}>{view.role}</a>
      </p>
      <p>
        {view.organisation}
        {named ? (
          <>
            {' · '}
            <a href={`/?candidate=${encodeURIComponent(view.candidateId)}`}>{view.candidateName}</a>
          </>
        ) : null}
      </p>
      <p class="muted">
        {view.nextActionAt === null ? (
          'Nothing is planned.'
        ) : (
          <>
            Next: <Moment at={view.nextActionAt} zone={zone} />
          </>
        )}
        {view.promisedDate === null || view.stage === 'closed' || view.outcome !== 'open' ? null : (
          <>
            {' · '}
            {view.promisedDate.assumed ? 'Answer expected by ' : 'They answer by '}
            <Day date={view.promisedDate.date} />
            {view.promisedDate.assumed ? ' (assumed)' : ''}
          </>
        )}
      </p>
    </li>
  );
}
