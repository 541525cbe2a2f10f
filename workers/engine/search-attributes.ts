/**
 * The search attributes that an interview's list view is made of, with their Temporal types. None of them ever holds a
 * name or an address: search attributes are stored in clear text.
 */
export const searchAttributes = {
  InterviewStage: 'Keyword',
  InterviewOutcome: 'Keyword',
  InterviewNextActionAt: 'Datetime',
  InterviewNeedsPerson: 'Bool',
} as const satisfies Record<string, 'Keyword' | 'Datetime' | 'Bool'>;
