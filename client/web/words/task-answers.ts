/** How a task may be answered where "Done" alone would not say it. */
export interface TaskAnswers {
  buttons: readonly { text: string; outcome?: string }[];
  /** Other ways on, by what they lead to on the interview's page. */
  links: readonly { text: string; anchor: string }[];
}

const heard = { text: 'I heard from them', anchor: 'event-feedback_received' };
const withdraw = { text: 'I no longer want it', anchor: 'event-candidate_withdraws' };
const better = { text: 'Enter a better address', anchor: 'event-contact_address' };

const done: TaskAnswers = { buttons: [{ text: 'Done' }], links: [] };

/** By what the task is about. */
const BY_ABOUT: Readonly<Record<string, TaskAnswers>> = {
  no_reply_yet: { buttons: [{ text: 'No reply yet' }], links: [heard] },
  took_place: {
    buttons: [{ text: 'It took place' }],
    links: [
      { text: 'It was moved', anchor: 'event-interview_rescheduled' },
      { text: 'It was cancelled', anchor: 'event-interview_cancelled' },
    ],
  },
  three_lapsed: { buttons: [{ text: 'Go on' }], links: [withdraw, { text: 'Ask me less often', anchor: 'approval' }] },
  idle: { buttons: [{ text: 'Wait a little longer' }], links: [heard, withdraw] },
  supply_item: { buttons: [{ text: 'I sent it myself', outcome: 'sent_by_hand' }, { text: 'Seen' }], links: [] },
  homework_due: { buttons: [{ text: 'I sent it myself', outcome: 'sent_by_hand' }, { text: 'Seen' }], links: [] },
  no_address: { buttons: [{ text: 'Done' }], links: [better] },
  bad_address: { buttons: [{ text: 'Done' }], links: [better] },
  wants_out: { buttons: [{ text: 'I want to go on' }], links: [withdraw] },
};

/** The answers to a task. A call has its own three. */
export function answersTo({
  channel,
  about,
  step,
}: {
  channel: string;
  about: string | null;
  step: string;
}): TaskAnswers {
  if (channel === 'phone')
    return {
      buttons: [
        { text: 'We spoke', outcome: 'reached' },
        { text: 'No answer', outcome: 'no_answer' },
        { text: 'Left a message', outcome: 'left_message' },
      ],
      links: [],
    };
  if (channel === 'linkedin') return { buttons: [{ text: 'I sent it' }], links: [] };
  // Thoughts are worth more than a tick, so there is no "Done".
  if (step === 'reflection' && about === null)
    return { buttons: [], links: [{ text: 'Write it down', anchor: 'event-reflection_given' }] };
  return about !== null && Object.hasOwn(BY_ABOUT, about) ? (BY_ABOUT[about] ?? done) : done;
}
