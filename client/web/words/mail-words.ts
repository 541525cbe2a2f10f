/** What a mail may be sorted as, with its key on the keyboard, in the order of the buttons. */
export const MAIL_KINDS: readonly { kind: string; key: string; name: string; effect: string }[] = [
  { kind: 'rejection', key: '1', name: 'A no', effect: 'Thanks, one question about why, and peace.' },
  { kind: 'offer', key: '2', name: 'An offer', effect: 'Everything else stops; its dates are watched.' },
  { kind: 'advance', key: '3', name: 'Next round', effect: 'Thanks and a confirmation.' },
  {
    kind: 'holding',
    key: '4',
    name: 'Still deciding',
    effect: 'The wait begins anew, to their new day if there is one.',
  },
  {
    kind: 'info_request',
    key: '5',
    name: 'They ask for something',
    effect: 'You owe an answer; their clock stands still.',
  },
  { kind: 'acknowledgement', key: '6', name: 'Received, no more', effect: 'Not an answer; the plan goes on.' },
  { kind: 'auto_reply', key: '7', name: 'Out of office', effect: 'Not an answer; the return day is honoured.' },
  { kind: 'referee_reply', key: '8', name: 'From a referee', effect: 'Their yes or no is noted.' },
  { kind: 'other', key: '9', name: 'Something else', effect: 'From a person, so you owe an answer.' },
  { kind: 'bounce', key: '0', name: 'Could not be delivered', effect: 'A better address is looked for.' },
  { kind: 'ignore', key: 'i', name: 'Nothing to do with it', effect: 'Kept, without any effect.' },
  { kind: 'reopened', key: 'r', name: 'They come back to me', effect: 'The interview lives again.' },
];

/** The name of a kind; the kind itself where it is a new one. */
export function mailKindName(kind: string): string {
  return MAIL_KINDS.find((one) => one.kind === kind)?.name ?? kind.replaceAll('_', ' ');
}

/** What a found date means, and under which name it is confirmed. */
export const DATE_WORDS = {
  promisedDate: 'They will answer by',
  absentUntil: 'Away until',
  answerBy: 'You must answer by',
} as const;
