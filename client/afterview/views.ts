import { invitationIn } from '../../activities/inbound/invitation';
import { findCandidate } from '../../data/candidates';
import { readFacts } from '../../data/facts';
import { findInterview, type Interview } from '../../data/interviews';
import { listReferees } from '../../data/referees';
import { type Case, fold, intakeNow } from '../../policy/case';
import type { Fact } from '../../policy/facts';
import { normaliseAddress } from '../../policy/identity';
import { missingFrom } from '../../policy/may-still-send';
import type { InterviewDetail, InterviewView, MessageView } from '../service';
import { NotFound } from '../service';
import { clockOf } from './clock';
import type { AfterviewDeps } from './deps';

/** @throws NotFound */
export async function interviewRow({ db }: AfterviewDeps, id: string): Promise<Interview> {
  const row = await findInterview(db, id);
  if (!row) throw new NotFound(`There is no interview ${id}.`);
  return row;
}

/** An interview as the contract shows it. `now` where the caller knows the clock already. */
export async function viewOf(deps: AfterviewDeps, row: Interview, now?: string): Promise<InterviewView> {
  const candidate = await findCandidate(deps.db, row.candidateId);
  return {
    id: row.id,
    candidateId: row.candidateId,
    candidateName: candidate?.profile.name ?? row.intake.candidate.name,
    organisation: row.organisation,
    role: row.role,
    stage: row.stage,
    outcome: row.outcome,
    now: now ?? (await clockOf(deps, row)),
    nextActionAt: row.nextActionAt,
    promisedDate: row.decision?.promisedDate ?? null,
    workflowId: row.workflowId,
    needsPerson: row.decision?.needsPerson ?? false,
    replyAddress: deps.replyAddress(row.replyToken),
  };
}

/** A message as the contract shows it; one that lacks what it is to deliver says that it waits for that (A2, B2, B3). */
export const shownMessage = (message: MessageView, file: Case): MessageView =>
  ['draft', 'approved'].includes(message.status) && missingFrom(file, message.stepKey) !== null
    ? { ...message, heldRule: 'A2', heldUntil: null }
    : message;

/** All facts of an interview, or its intake where nothing was decided yet. */
export async function factsOf({ db }: AfterviewDeps, row: Interview): Promise<Fact[]> {
  const facts = await readFacts(db, row.id);
  return facts.length > 0 ? facts : [{ v: 1, at: row.createdReal, type: 'intake', intake: row.intake }];
}

export async function detailOf(deps: AfterviewDeps, id: string): Promise<InterviewDetail> {
  const row = await interviewRow(deps, id);
  const facts = await factsOf(deps, row);
  const file = fold(facts);
  return {
    ...(await viewOf(deps, row)),
    intake: intakeNow(file),
    former: file.former,
    decision: row.decision,
    referees: await refereesOf(deps, row.candidateId, file),
    invitation: await invitationIn(deps.db, facts),
  };
}

/** What was said here comes first, then what was said in the candidate's other interviews (C2: once per search). */
async function refereesOf(
  { db }: AfterviewDeps,
  candidateId: string,
  { intake, referees, refereesReplaced }: Case,
): Promise<InterviewDetail['referees']> {
  if (intake.referees.length === 0) return [];
  const elsewhere = new Map((await listReferees(db, candidateId)).map((one) => [one.address, one]));
  const present = intake.referees.filter(({ id }) => !refereesReplaced.has(id));
  return present.map(({ id, name, email, agreed, prefers }) => {
    const known = email === null ? undefined : elsewhere.get(normaliseAddress(email));
    const there = known === undefined || known.state === 'asked' ? null : known.state === 'agreed';
    return {
      id,
      name,
      agrees: referees.get(id)?.agrees ?? there ?? (agreed ? true : null),
      prefers: referees.get(id)?.prefers ?? known?.prefers ?? prefers,
    };
  });
}
