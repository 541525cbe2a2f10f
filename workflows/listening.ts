/** Sets up the handlers of an interview: every message goes into the tray, the loop takes it from there. */
import type { SignalDefinition, UpdateDefinition } from '@temporalio/common';
import { ApplicationFailure, condition, log, setDefaultSignalHandler, setHandler } from '@temporalio/workflow';
import type { Decision } from '../policy/decision';
import type { Desk } from './desk';
import {
  type Applied,
  approveDraft,
  candidateWithdraws,
  completeTask,
  describeInterview,
  dismissTask,
  editDraft,
  facts,
  feedbackReceived,
  mailReceived,
  mailSorted,
  mailUndone,
  offerDeclined,
  refereeReplied,
  reportEvent,
  setApproval,
  settleMessage,
  skipDraft,
  snoozeTask,
  surroundingsChanged,
} from './messages';
import type { Asked } from './refusals';

interface Ears {
  standing: () => Applied;
  decision: () => Decision | null;
  trouble: () => string | null;
  /** Messages that made no sense; shown to the operator. */
  odd: string[];
}

type Sent = { messageKey?: string } & Record<string, unknown>;
const MOST_ODD = 5;

export function listen(desk: Desk, { standing, decision, trouble, odd }: Ears): void {
  const puzzled = (about: string) => {
    log.warn(`not understood: ${about}`);
    if (odd.length < MOST_ODD) odd.push(about);
    // Looking again shows it in the list view and the details.
    desk.put(undefined, null);
  };

  const hears = <P>(signal: SignalDefinition<[P]>, type: Asked['type'], description: string) =>
    setHandler(
      signal,
      (sent: P) => {
        const { messageKey, ...rest } = bare(sent);
        const asked = { ...rest, type } as Asked;
        const reason = desk.refusal(asked, Date.now());
        if (reason === null) desk.put(keyOf(messageKey), asked);
        else puzzled(`${type}: ${reason}`);
      },
      { description },
    );
  hears(feedbackReceived, 'feedback_received', 'The organisation answered.');
  hears(offerDeclined, 'offer_declined', 'The candidate, or the preferred candidate, declined an offer.');
  hears(candidateWithdraws, 'candidate_withdraws', 'The candidate does not want the job.');
  hears(mailReceived, 'mail_received', 'A mail came in and has not been sorted: nothing asks meanwhile.');
  hears(mailSorted, 'mail_sorted', 'What a mail says.');
  hears(mailUndone, 'mail_undone', 'A mail was sorted wrongly; its effects fall away.');
  hears(refereeReplied, 'referee_replied', 'A referee agreed or declined.');
  setHandler(surroundingsChanged, (sent) => void desk.put(keyOf(bare(sent).messageKey), null), {
    description: 'Something else of this candidate changed; decide anew.',
  });
  setDefaultSignalHandler((name) => puzzled(`there is no signal ${name}`));

  const answers = <P extends { messageKey?: string }>(
    update: UpdateDefinition<Applied, [P]>,
    description: string,
    ask: (sent: P) => Asked,
  ) =>
    setHandler(
      update,
      async (sent: P): Promise<Applied> => {
        const place = desk.put(keyOf(sent.messageKey), ask(sent));
        await condition(() => desk.isAnswered(place));
        const reason = desk.reasonAgainst(place);
        if (reason !== null) throw ApplicationFailure.nonRetryable(reason, 'Refused');
        return standing();
      },
      {
        description,
        // Must stay synchronous: an async validator is never awaited and wedges the workflow.
        validator: (sent: P): void => {
          if (decision()?.stage === 'closed')
            throw ApplicationFailure.nonRetryable('This interview is closed.', 'Refused');
          const asked = ask(bare(sent) as P);
          const known = keyOf(sent.messageKey);
          const reason = known !== undefined && desk.hasSeen(known) ? null : desk.refusal(asked, Date.now());
          if (reason !== null) throw ApplicationFailure.nonRetryable(reason, 'Refused');
        },
      },
    );
  answers(reportEvent, 'A person reports an event.', ({ event }) => event);
  answers(approveDraft, 'The draft may leave when it is due.', ({ key }) => ({ type: 'step_approved', key }));
  answers(editDraft, "The candidate's own words for a draft.", ({ key, subject, text }) => ({
    type: 'edit_draft',
    key,
    ...(subject !== undefined && { subject }),
    ...(text !== undefined && { text }),
  }));
  answers(skipDraft, 'The message is not wanted.', ({ key }) => ({ type: 'step_skipped', key }));
  answers(settleMessage, 'It arrived, or is to be sent again.', ({ key, arrived }) => ({
    type: 'step_settled',
    key,
    arrived,
  }));
  answers(completeTask, 'The task was done.', ({ key, outcome, note }) => ({
    type: 'task_done',
    key,
    ...(outcome !== undefined && { outcome }),
    ...(note !== undefined && { note }),
  }));
  answers(dismissTask, 'The task is not wanted.', ({ key }) => ({ type: 'task_dismissed', key }));
  answers(snoozeTask, 'Ask again later.', ({ key, until }) => ({ type: 'task_snoozed', key, until }));
  answers(setApproval, 'How one kind of message may leave.', ({ step, approval }) => ({
    type: 'approval_changed',
    step,
    approval,
  }));

  setHandler(describeInterview, () => ({
    facts: desk.facts.length,
    decision: decision(),
    trouble: trouble(),
    closed: decision()?.stage === 'closed',
  }));
  setHandler(facts, () => desk.facts);
}

/** Signals sent by hand may carry anything. */
function bare(sent: unknown): Sent {
  return typeof sent === 'object' && sent !== null ? (sent as Sent) : {};
}

function keyOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
