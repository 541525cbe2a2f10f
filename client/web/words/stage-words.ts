import type { Outcome, Stage } from '../../../policy/decision';

/** The name of each stage and what it means for the candidate, in the order of the list. */
export const STAGE_WORDS: Record<Stage, { name: string; means: string }> = {
  offer: { name: 'Offer', means: 'There is an offer on the table.' },
  answered: { name: 'They answered', means: 'They wrote or called; the plan follows what they said.' },
  thanking: { name: 'Saying thanks', means: 'The first days: thanks, and what you promised.' },
  waiting: { name: 'Waiting', means: 'It is their turn, and nobody asks them anything before the promised day.' },
  asking: { name: 'Asking', means: 'The promised day has passed; we ask, kindly and never too often.' },
  paused: { name: 'Paused', means: 'Nothing goes out until you say go on.' },
  resting: { name: 'Resting', means: 'Nothing is due now; it may come back to life later.' },
  closed: { name: 'Closed', means: 'This one is over. What you learned stays.' },
};

/** In place of a stage's meaning once the candidate has withdrawn: nobody waits for anything any more. */
export const STEPPING_BACK = 'You are stepping back: they are told, and nothing else is sent.';

/** A closing sentence for each outcome: true, short, and kind. */
export const OUTCOME_WORDS: Record<Outcome, string> = {
  open: 'Not decided yet.',
  advanced: 'You are through to the next round. Well done.',
  offered: 'They would like you to join them. Well done.',
  accepted: 'You took the job. Congratulations.',
  declined: 'You said no to their offer, and said it well.',
  rejected:
    'They chose someone else this time. That says little about you, and getting to the interview says something good. What you heard is kept for the next one.',
  withdrawn: 'You stepped back. Nothing more will be sent for this one.',
  unanswered: 'They never answered. You did all that could be done, and closed it politely. The door stays open.',
  cancelled: 'The interview did not take place.',
};
