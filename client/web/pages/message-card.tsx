import type { VNode } from 'preact';
import { withoutLetters } from '../../../letters/languages';
import { STEP_WORDS } from '../../../letters/step-words';
import type { InterviewDetail, MessageView } from '../../service';
import type { People } from '../words/people';
import { Letter, Moment, Reason, Rules, Trouble } from './parts';
import type { PageTrouble } from './trouble';

const STATUS_WORDS: Record<MessageView['status'], string> = {
  draft: 'Waits for you',
  approved: 'Approved',
  sending: 'On its way',
  sent: 'Sent',
  uncertain: 'Unknown whether it arrived',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
  failed: 'Could not be sent',
  skipped: 'Left out',
};

/** A draft of a kind that needs no approval goes by itself when it is due (H15); it can still be changed or left out. */
const statusWord = ({ status, mode }: MessageView): string =>
  status === 'draft' && mode !== 'ask' ? 'Goes out when due' : STATUS_WORDS[status];

interface CardProps {
  detail: InterviewDetail;
  message: MessageView;
  people: People;
  trouble: PageTrouble | null;
}

/** A draft to approve, edit or skip; or a message that somebody must say something about. */
export function MessageCard({ detail, message, people, trouble }: CardProps): VNode {
  const zone = people.zoneOfAddress(message.to[0]);
  const at = `/interviews/${encodeURIComponent(detail.id)}/messages/${encodeURIComponent(message.id)}`;
  const stillInEnglish = withoutLetters(people.languageBehind(message.to[0] ?? ''));
  const title = `${STEP_WORDS[message.step]} to ${message.to.map(people.recipient).join(', ')}`;
  return (
    <article class="item" id={`message-${message.id}`} aria-label={title} data-item>
      <header>
        <h3>{STEP_WORDS[message.step]}</h3>
        <span class={`chip status-${message.status}`}>{statusWord(message)}</span>
      </header>
      {trouble === null ? null : <Trouble title={trouble.title} problems={trouble.problems} />}
      <dl class="facts">
        <dt>To</dt>
        <dd>{message.to.map(people.recipient).join(', ')}</dd>
        {message.cc.length === 0 ? null : (
          <>
            <dt>Copy</dt>
            <dd>{message.cc.map(people.recipient).join(', ')}</dd>
          </>
        )}
        <dt>Due</dt>
        <dd>
          <Moment at={message.dueAt} zone={zone} />
        </dd>
        {message.heldUntil === null ? null : (
          <>
            <dt>Held until</dt>
            <dd>
              <Moment at={message.heldUntil} zone={zone} />{' '}
              <Rules ids={message.heldRule === null ? [] : [message.heldRule]} />
            </dd>
          </>
        )}
        <dt>Subject</dt>
        <dd>{message.subject}</dd>
      </dl>
      <Reason text={message.reason} rules={message.rules} />
      {message.failure === null ? null : (
        <p class="hold">
          <strong>Not sent:</strong> {message.failure}
        </p>
      )}
      {isWithoutItsThing(message) ? (
        <p class="hold">
          <strong>Waits for what it is to bring:</strong> the thing itself is not in this message yet, so it does not go
          out, approved or not. Put it in under “Change the wording”. <Rules ids={['A2']} />
        </p>
      ) : null}
      {greetsByFullName(message, people) && mayBeChanged(message) ? (
        <p class="hint">
          No form of address is on file for {people.nameBehind(message.to[0] ?? '')}, and none is guessed. If you know
          it, put it in place of the full name. <Rules ids={['A2']} />
        </p>
      ) : null}
      {stillInEnglish !== null && mayBeChanged(message) ? (
        <p class="hint">
          There are no letters in {stillInEnglish} yet, so this one was written in English. <Rules ids={['I7']} />
        </p>
      ) : null}
      <Letter label="The letter">{message.text}</Letter>
      {message.status === 'uncertain' ? <Settle at={at} /> : null}
      {mayBeChanged(message) ? <Decide at={at} message={message} trouble={trouble} /> : null}
    </article>
  );
}

const mayBeChanged = ({ status }: MessageView): boolean => status === 'draft' || status === 'approved';

/** B2, B3: held without a day, until the candidate adds what it was made to deliver. */
const isWithoutItsThing = (message: MessageView): boolean =>
  message.heldRule === 'A2' && message.heldUntil === null && mayBeChanged(message);

/** "Guten Tag Ingrid Solberg": right where nobody can tell, stiff where the candidate can. */
function greetsByFullName({ to, text }: MessageView, people: People): boolean {
  const name = people.nameBehind(to[0] ?? '');
  return name.includes(' ') && (text.split('\n')[0] ?? '').endsWith(` ${name},`);
}

function Settle({ at }: { at: string }): VNode {
  return (
    <form method="post" action={`${at}/settle`} class="actions">
      <p>The connection broke at the very end, so nobody can tell. Look into your own mailbox, or ask.</p>
      <button type="submit" name="arrived" value="yes" class="primary">
        It arrived
      </button>
      <button type="submit" name="arrived" value="no">
        Send it again
      </button>
    </form>
  );
}

function Decide({ at, message, trouble }: { at: string; message: MessageView; trouble: PageTrouble | null }): VNode {
  const subject = `${message.id}-subject`;
  const text = `${message.id}-text`;
  return (
    <>
      <div class="actions">
        {message.status === 'draft' ? (
          <form method="post" action={`${at}/approve`} data-busy="Approving…">
            <button type="submit" class="primary">
              Approve
            </button>
          </form>
        ) : null}
        <form method="post" action={`${at}/skip`}>
          <button type="submit">Leave it out</button>
        </form>
      </div>
      <details id={`edit-${message.id}`} open={trouble !== null}>
        <summary>Change the wording</summary>
        <form method="post" action={`${at}/edit`} class="stack">
          <div class="field">
            <label for={subject}>Subject</label>
            <input id={subject} name="subject" value={trouble?.form.subject ?? message.subject} />
          </div>
          <div class="field">
            <label for={text}>Text</label>
            <textarea
              id={text}
              name="text"
              rows={12}
              value={trouble?.form.text ?? message.text}
              {...(trouble === null ? {} : { 'aria-invalid': 'true' as const })}
            />
          </div>
          <button type="submit" class="primary">
            Keep this wording
          </button>
        </form>
      </details>
    </>
  );
}

/** One line for a message whose story is over, with its text a click away. */
export function PastMessage({ message, people }: Pick<CardProps, 'message' | 'people'>): VNode {
  const zone = people.zoneOfAddress(message.to[0]);
  return (
    <li>
      <details id={`message-${message.id}`}>
        <summary>
          <span class={`chip status-${message.status}`}>{statusWord(message)}</span> {STEP_WORDS[message.step]} to{' '}
          {message.to.map(people.recipient).join(', ')}, <Moment at={message.sentAt ?? message.dueAt} zone={zone} />
        </summary>
        <p>
          <strong>{message.subject}</strong> <Rules ids={message.rules} />
        </p>
        {message.failure === null ? null : <p class="hold">{message.failure}</p>}
        <Letter>{message.text}</Letter>
      </details>
    </li>
  );
}
