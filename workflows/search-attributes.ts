/** What the operator's list view is made of. Search attributes are stored in clear text, so none holds a name or an address. */
import { defineSearchAttributeKey } from '@temporalio/common';

export const interviewStage = defineSearchAttributeKey('InterviewStage', 'KEYWORD');
export const interviewOutcome = defineSearchAttributeKey('InterviewOutcome', 'KEYWORD');
export const interviewNextActionAt = defineSearchAttributeKey('InterviewNextActionAt', 'DATETIME');
export const interviewNeedsPerson = defineSearchAttributeKey('InterviewNeedsPerson', 'BOOL');
