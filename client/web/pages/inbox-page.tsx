import type { VNode } from 'preact';
import type { InboxItem, InterviewView } from '../../service';
import { DATE_WORDS, MAIL_KINDS, mailKindName } from '../words/mail-words';
import { calendarDay, HOME_ZONE } from '../words/moments';
import { Layout } from './layout';
import { Letter, Moment, Rules, Trouble } from './parts';
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
        Mails that we could not place or read for certain. While one waits, nobody there is asked anything{' '}
        <Rules ids={['H3']} />
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
      <p>Save a mail as a file (.eml) and choose it here, or drop it onto this page, or paste its source.</p>
      {trouble === null ? null : <Trouble title={trouble.title} problems={trouble.problems} />}
      <form method="post" action="/inbox" enctype="multipart/form-data" class="stack" data-busy="Handing it in…">
        <div class="field">
          <label for="mail-file">Mail as a file</label>
          <input id="mail-file" type="file" name="mail" accept=".eml,message/rfc822,text/plain" />
        </div>
        <details id="paste">
          <summary>Paste it instead</summary>
          <div class="field">
            <label for="mail-source">The source of the mail, headers included</label>
            <textarea id="mail-source" name="source" rows={8} spellcheck={false} />
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
  /** Another mail that waits. */
  next: string | null;
  trouble: PageTrouble | null;
}

/** One mail as text, what we make of it and why, and one button (and key) for each answer. */
export function MailPage({ shell, item, interviews, referees, next, trouble }: MailProps): VNode {
  return (
    <Layout title={item.subject === '' ? 'A mail' : item.subject} shell={shell} wide>
      <p class="crumbs">
        <a href="/inbox">Inbox</a>
      </p>
      <h1>{item.subject === '' ? '(no subject)' : item.subject}</h1>
      <p class="sub">
        From {item.from === '' ? 'an unknown sender' : item.from} · <Moment at={item.receivedAt} zone={HOME_ZONE} />
      </p>
      {trouble === null ? null : <Trouble title={trouble.title} problems={trouble.problems} />}
      <div class="columns">
        <div class="main-column">
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
          <Letter label="The mail, as text">
            {item.visibleText === '' ? '(There is no text in it.)' : item.visibleText}
          </Letter>
          {item.parsed === null || item.parsed.text.trim() === item.visibleText.trim() ? null : (
            <details id="whole-mail">
              <summary>The whole mail, with what it quotes</summary>
              <Letter>{item.parsed.text}</Letter>
            </details>
          )}
          {item.parsed === null || item.parsed.attachments.length === 0 ? null : (
            <p class="muted">
              Attached, not opened:{' '}
              {item.parsed.attachments.map(({ filename }) => filename ?? 'a file without a name').join(', ')}
            </p>
          )}
        </div>
        <div class="side-column">
          <div id="verdict" data-live="verdict">
            <Verdict {...{ item, interviews, referees, trouble }} />
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

/** What a person is asked, or what was decided; a mail just handed in is read first. */
function Verdict(props: QuestionProps): VNode {
  const { item, interviews } = props;
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
      <Decided item={item} interviews={interviews} />
      <details id="differently" open={props.trouble !== null}>
        <summary>Sort it differently</summary>
        <Question {...props} />
      </details>
    </>
  );
}

function Decided({ item, interviews }: { item: InboxItem; interviews: InterviewView[] }): VNode {
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

type QuestionProps = Pick<MailProps, 'item' | 'interviews' | 'referees' | 'trouble'>;

function Question({ item, interviews, referees, trouble }: QuestionProps): VNode {
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

function Guess({ item: { guess } }: { item: InboxItem }): VNode {
  if (guess === null) return <p>We could not make anything of it.</p>;
  return (
    <>
      <p>
        We think: <strong>{mailKindName(guess.kind)}</strong>, {Math.round(guess.confidence * 100)} % sure.
      </p>
      {guess.evidence.length === 0 ? null : (
        <p class="muted">
          Because of: {guess.evidence.map((words, index) => [index === 0 ? '' : ', ', <q key={words}>{words}</q>])}
        </p>
      )}
    </>
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
