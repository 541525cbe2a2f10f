import { findCandidate } from '../../data/candidates';
import { findInterview, type Interview } from '../../data/interviews';
import type { InterviewDetail, InterviewView } from '../service';
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

export async function detailOf(deps: AfterviewDeps, id: string): Promise<InterviewDetail> {
  const row = await interviewRow(deps, id);
  return { ...(await viewOf(deps, row)), intake: row.intake, decision: row.decision };
}
