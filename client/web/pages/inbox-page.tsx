import type { VNode } from 'preact';
import type { InboxItem, InterviewView } from '../../service';
import { reasonsOf } from '../words/evidence-words';
import { DATE_WORDS, MAIL_KINDS, mailKindName } from '../words/mail-words';
import { calendarDay, HOME_ZONE } from '../words/moments';
import { Layout } from './layout';
import { Day, Letter, Moment, Rules, Trouble } from './parts';
import type { Shell } from './shell';
import type { PageTrouble } from './trouble';

interface ListProps {
  shell: Shell;
  items: InboxItem[];
  all: boolean;
  trouble: PageTrouble | null;
}

/** The list of mails, and the way to hand one in. */
export function InboxPage({ shell, items, all, trouble }: ListProps): VNode {
  return (
    <Layout title="Inbox" shell={shell}>
      <h1>Inbox</h1>
      <p class="muted">
        Mails that we could not place or read for certain. While one from those you had an interview with waits, nobody
        there is asked anything <Rules ids={['H3']} />
      </p>
      <p class="tabs">
        {all ? <a href="/inbox">Waiting for you</a> : <strong>Waiting for you</strong>}
        {' · '}
        {all ? <strong>All mails</strong> : <a href="/inbox?state=all">All mails</a>}
      </p>
      <div data-live="inbox-list" id="inbox-list">
        {items.length === 0 ? (
          <p class="calm">{all ? 'No mail has come in yet.' : 'Nothing waits for you.'}</p>
        ) : (
          <ul class="cards">
            {items.map((item) => (
              <li class="card" key={item.id} data-item>
                <p class="card-title">
                  <a href={`/inbox/${encodeURIComponent(item.id)}`}>
                    {item.subject === '' ? '(no subject)' : item.subject}
                  </a>
                </p>
                <p>{item.from === '' ? 'Sender unknown' : item.from}</p>
                <p class="muted">
                  <Moment at={item.receivedAt} zone={HOME_ZONE} />
                  {item.kind === null
                    ? item.guess === null
                      ? ''
                      : ` · perhaps: ${mailKindName(item.guess.kind)}`
                    : ` · ${mailKindName(item.kind)}`}
                </p>
              </li>
            ))}
          </ul>
        )}
      </div>
      <HandIn trouble={trouble} />
    </Layout>
  );
}

function HandIn({ trouble }: { trouble: PageTrouble | null }): VNode {
  return (
    <section class="panel drop" id="hand-in" aria-labelledby="hand-in-title" data-drop="/api/inbox">
      <h2 id="hand-in-title">Hand in a mail yourself</h2>
      <p>Save a mail as a file (.eml) and choose it here, or drop it onto this page, or paste it.</p>
      {trouble === null ? null : <Trouble title={trouble.title} problems={trouble.problems} />}
      <form method="post" action="/inbox" enctype="multipart/form-data" class="stack" data-busy="Handing it in…">
        <div class="field">
          <label for="mail-file">Mail as a file</label>
          <input id="mail-file" type="file" name="mail" accept=".eml,message/rfc822,text/plain" />
        </div>
        <details id="paste" open={trouble?.form.source !== undefined}>
          <summary>Paste it instead</summary>
          <div class="field">
            <label for="mail-source">The source of the mail, or its text alone</label>
            <textarea id="mail-source" name="source" rows={8} spellcheck={false} value={trouble?.form.source ?? ''} />
          </div>
          <div class="field">
            <label for="mail-from">From: the address of whoever wrote it, if it is the text alone</label>
            <input id="mail-from" name="from" value={trouble?.form.from ?? ''} />
          </div>
        </details>
        <button type="submit">Hand it in</button>
      </form>
    </section>
  );
}

interface MailProps {
  shell: Shell;
  item: InboxItem;
  interviews: InterviewView[];
  referees: { id: string; name: string }[];
  /** The clock of the organisation that it is or may be from; this machine's where nobody knows. */
  zone: string;
  /** Another mail that waits. */
  next: string | null;
  trouble: PageTrouble | null;
}

/** One mail as text, what we make of it and why, and one button (and key) for each answer. */
export function MailPage({ shell, item, interviews, referees, zone, next, trouble }: MailProps): VNode {
  return (
    <Layout title={item.subject === '' ? 'A mail' : item.subject} shell={shell} wide>
      <p class="crumbs">
        <a href="/inbox">Inbox</a>
      </p>
      <header id="mail-head" data-live="mail-head">
        <h1>{isBeingRead(item) ? 'A mail' : item.subject === '' ? '(no subject)' : item.subject}</h1>
        <p class="sub">
          {isBeingRead(item) ? null : `From ${item.from === '' ? 'an unknown sender' : item.from} · `}
          <Moment at={item.receivedAt} zone={HOME_ZONE} />
        </p>
      </header>
      {trouble === null ? null : <Trouble title={trouble.title} problems={trouble.problems} />}
      <div class="columns">
        <div class="main-column" id="mail-text" data-live="mail-text">
          {item.problems.length === 0 ? null : (
            <div class="hold">
              <p>
                <strong>What was odd about it</strong>
              </p>
              <ul>
                {item.problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            </div>
          )}
          <Letter label="The mail, as text">{textOf(item)}</Letter>
          {item.parsed === null || [item.visibleText.trim(), ''].includes(item.parsed.text.trim()) ? null : (
            <details id="whole-mail">
              <summary>The whole mail, with what it quotes</summary>
              <Letter>{item.parsed.text}</Letter>
            </details>
          )}
          <Invitations item={item} zone={zone} />
          <Attached item={item} />
        </div>
        <div class="side-column">
          <div id="verdict" data-live="verdict">
            <Verdict {...{ item, interviews, referees, zone, trouble }} />
          </div>
          {next === null ? null : (
            <p>
              <a class="button" href={`/inbox/${encodeURIComponent(next)}`} data-next>
                Next mail
              </a>
            </p>
          )}
        </div>
      </div>
    </Layout>
  );
}

function isBeingRead({ state, parsed }: InboxItem): boolean {
  return parsed === null && (state === 'stored' || state === 'read');
}

function textOf(item: InboxItem): string {
  if (item.visibleText !== '') return item.visibleText;
  if (isBeingRead(item)) return '(It is being read; its text comes in a moment.)';
  return item.parsed === null || item.parsed.text.trim() === ''
    ? '(There is no text in it.)'
    : '(There is nothing in it but what it quotes.)';
}

/** Dates for the calendar that came with it: these were read. */
function Invitations({ item: { parsed }, zone }: Pick<MailProps, 'item' | 'zone'>): VNode | null {
  if (parsed === null || parsed.calendar.length === 0) return null;
  return (
    <ul class="plain">
      {parsed.calendar.map((event) => (
        <li key={event.uid + event.startsAt}>
          {event.method === 'CANCEL' ? 'Cancelled' : 'For the calendar'}: {event.summary},{' '}
          <Moment at={event.startsAt} zone={zone} /> to <Moment at={event.endsAt} zone={zone} />
          {event.location === null ? '' : `, ${event.location}`}
        </li>
      ))}
    </ul>
  );
}

function Attached({ item: { parsed } }: Pick<MailProps, 'item'>): VNode | null {
  const wasRead = (mimeType: string) => /calendar|\/ics$/.test(mimeType) && (parsed?.calendar.length ?? 0) > 0;
  const unread = parsed?.attachments.filter(({ mimeType }) => !wasRead(mimeType)) ?? [];
  if (unread.length === 0) return null;
  return (
    <p class="muted">
      Attached, not opened: {unread.map(({ filename }) => filename ?? 'a file without a name').join(', ')}
    </p>
  );
}

/** What a person is asked, or what was decided; a mail just handed in is read first. */
function Verdict(props: QuestionProps): VNode {
  const { item, interviews, zone } = props;
  if (item.state === 'review' || item.state === 'quarantined') return <Question {...props} />;
  if (item.state === 'stored' || item.state === 'read')
    return (
      <section class="panel" aria-labelledby="reading-title">
        <h2 id="reading-title">Being read</h2>
        <p>We are looking at what it says. Load the page again in a moment.</p>
      </section>
    );
  return (
    <>
      <Decided item={item} interviews={interviews} zone={zone} />
      <details id="differently" open={props.trouble !== null}>
        <summary>Sort it differently</summary>
        <Question {...props} />
      </details>
    </>
  );
}

function Decided({ item, interviews, zone }: Pick<MailProps, 'item' | 'interviews' | 'zone'>): VNode {
  const interview = interviews.find(({ id }) => id === item.interviewId);
  return (
    <section class="panel" aria-labelledby="sorted-title">
      <h2 id="sorted-title">Sorted</h2>
      <p>
        {item.kind === null ? 'Kept, without effect.' : <strong>{mailKindName(item.kind)}</strong>}
        {interview === undefined ? null : (
          <>
            {', for '}
            <a href={`/interviews/${encodeURIComponent(interview.id)}`}>
              {interview.role}, {interview.organisation}
            </a>
          </>
        )}
      </p>
      <Guess item={item} />
      <DatesRead item={item} zone={zone} />
      {item.undoUntil === null ? null : (
        <form method="post" action={`/inbox/${encodeURIComponent(item.id)}/undo`} class="stack">
          <p class="hint">
            Can be undone until <Moment at={item.undoUntil} zone={HOME_ZONE} />; the plan goes back to what it was.
          </p>
          <button type="submit" data-key="u">
            Undo <kbd>u</kbd>
          </button>
        </form>
      )}
    </section>
  );
}

type QuestionProps = Pick<MailProps, 'item' | 'interviews' | 'referees' | 'zone' | 'trouble'>;

function Question({ item, interviews, referees, zone, trouble }: QuestionProps): VNode {
  return (
    <section class="panel" aria-labelledby="question-title">
      <h2 id="question-title">What is it?</h2>
      <Guess item={item} />
      <form method="post" action={`/inbox/${encodeURIComponent(item.id)}/decide`} class="stack" data-busy="Sorting it…">
        {/* Enter in a date field presses the first button; that must not be an answer. */}
        <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true">
          Choose an answer
        </button>
        <WhichInterview item={item} interviews={interviews} />
        <InterviewRead item={item} zone={zone} />
        <Dates item={item} trouble={trouble} />
        {referees.length === 0 ? null : (
          <div class="field">
            <label for="referee">If it is from a referee: who</label>
            <select id="referee" name="refereeId">
              <option value="">Not from one</option>
              {referees.map((referee) => (
                <option key={referee.id} value={referee.id}>
                  {referee.name}
                </option>
              ))}
            </select>
          </div>
        )}
        <fieldset class="answers">
          <legend>It is…</legend>
          {MAIL_KINDS.map(({ kind, key, name, effect }) => (
            <button
              type="submit"
              key={kind}
              name="kind"
              value={kind}
              data-key={key}
              class={item.guess?.kind === kind ? 'answer guess' : 'answer'}
              aria-describedby={`effect-${kind}`}
            >
              <kbd>{key}</kbd>
              <span>
                {name}
                {item.guess?.kind === kind ? <em> (our guess)</em> : null}
                <small id={`effect-${kind}`}>{effect}</small>
              </span>
            </button>
          ))}
        </fieldset>
        <p class="hint">
          With JavaScript on, one key is enough.{' '}
          <button type="button" class="quiet" data-toggle-keys hidden>
            Keys: on
          </button>
        </p>
      </form>
    </section>
  );
}

/** What we made of it, how sure we are, and why: in plain words, with those of the mail as it has them. */
function Guess({ item: { guess } }: Pick<MailProps, 'item'>): VNode {
  if (guess === null) return <p>We could not make anything of it.</p>;
  const reasons = reasonsOf(guess.evidence);
  return (
    <>
      <p>
        We think: <strong>{mailKindName(guess.kind)}</strong>, {Math.round(guess.confidence * 100)} % sure.
      </p>
      {guess.doNotWrite ? (
        <p>
          <strong>
            They ask not to be written to again{guess.doNotWriteAll ? ', for the whole organisation' : ''}.
          </strong>{' '}
          <Rules ids={['H14']} />
        </p>
      ) : null}
      {reasons.length === 0 ? null : (
        <>
          <p class="muted">Because:</p>
          <ul class="muted">
            {reasons.map(({ means, quotes }) => (
              <li key={means}>
                {means}
                {means !== null && quotes.length > 0 ? ': ' : ''}
                {quotes.map((words, index) => [index === 0 ? '' : ', ', <q key={words}>{words}</q>])}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The days read in a mail that is sorted; only those that are certain count by themselves (H10). */
function DatesRead({ item, zone }: Pick<MailProps, 'item' | 'zone'>): VNode {
  const names = Object.keys(DATE_WORDS) as (keyof typeof DATE_WORDS)[];
  return (
    <>
      <InterviewRead item={item} zone={zone} />
      {names.map((name) => {
        const read = item.guess?.dates[name];
        return read === undefined ? null : (
          <p key={name}>
            {DATE_WORDS[name]}: <Day date={read.value.slice(0, 10)} />
            {read.certain ? '' : ' (not certain)'} <q>{read.sentence}</q>
          </p>
        );
      })}
    </>
  );
}

/** When they would like to meet. */
function InterviewRead({ item, zone }: Pick<MailProps, 'item' | 'zone'>): VNode | null {
  const read = item.guess?.dates.interviewAt;
  if (read === undefined) return null;
  return (
    <p>
      Interview:{' '}
      {[read, ...(read.others ?? [])].map(({ value }, index) => [
        index === 0 ? '' : ', or ',
        value.includes('T') ? <Moment key={value} at={value} zone={zone} /> : <Day key={value} date={value} />,
      ])}
      {read.certain ? '' : ' (not certain)'} <q>{read.sentence}</q>
    </p>
  );
}

function WhichInterview({ item, interviews }: { item: InboxItem; interviews: InterviewView[] }): VNode {
  const likely = new Map(
    item.candidates.map(({ interviewId, label, reason }) => [interviewId, `${label} (${reason})`]),
  );
  const others = interviews.filter(({ id }) => !likely.has(id));
  return (
    <div class="field">
      <label for="interview">Which interview</label>
      <select id="interview" name="interviewId">
        {[...likely].map(([id, label]) => (
          <option key={id} value={id} selected={id === item.interviewId}>
            {label}
          </option>
        ))}
        {others.map((view) => (
          <option key={view.id} value={view.id} selected={view.id === item.interviewId}>
            {view.role}, {view.organisation}, {view.candidateName}
          </option>
        ))}
        <option value="none" selected={likely.size === 0 && item.interviewId === null}>
          None of them
        </option>
      </select>
    </div>
  );
}

function Dates({ item: { guess }, trouble }: Pick<QuestionProps, 'item' | 'trouble'>): VNode {
  const names = Object.keys(DATE_WORDS) as (keyof typeof DATE_WORDS)[];
  const found = names.filter((name) => guess?.dates[name] !== undefined);
  const rest = names.filter((name) => !found.includes(name));
  const one = (name: keyof typeof DATE_WORDS, proposed: boolean) => {
    const read = guess?.dates[name];
    const value = trouble?.form[name] ?? read?.value.slice(0, 10) ?? '';
    return (
      <fieldset key={name} class="date-found">
        <legend>{DATE_WORDS[name]}</legend>
        {read === undefined ? null : (
          <p class="hint">
            <q>{read.sentence}</q> We read: {calendarDay(read.value.slice(0, 10))}.
          </p>
        )}
        <label class="visually-hidden" for={`date-${name}`}>
          {DATE_WORDS[name]}: the day
        </label>
        <input type="date" id={`date-${name}`} name={name} value={value} />
        <span class="check">
          <input type="checkbox" id={`confirm-${name}`} name={`${name}.confirm`} checked={proposed} />
          <label for={`confirm-${name}`}>this is right</label>
        </span>
      </fieldset>
    );
  };
  return (
    <>
      {found.map((name) => one(name, guess?.dates[name]?.certain === true))}
      <details id="more-dates">
        <summary>{found.length === 0 ? 'It names a day' : 'It names another day'}</summary>
        {rest.map((name) => one(name, false))}
      </details>
    </>
  );
}
