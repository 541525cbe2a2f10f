import { lapseOffers, readAgenda } from './agenda';
import { applyDecision } from './apply-decision';
import { applyRequest } from './apply-request';
import { decide } from './decide';
import type { ActivityDeps } from './deps';
import { sendDigest } from './digest';
import { classifyMail } from './inbound/classify-mail';
import { deliverMail } from './inbound/deliver-mail';
import { readMail, setMailAside } from './inbound/read-mail';
import { record, type ToRecord } from './record';
import { sendMessage } from './send-message';
import { tellAhead } from './tell-ahead';

export type Activities = ReturnType<typeof createActivities>;

/** All activities of a worker over the parts of the world they need. Each may run more than once with the same effect. */
export function createActivities(deps: ActivityDeps) {
  type Of<F extends (deps: ActivityDeps, input: never) => unknown> = Parameters<F>[1];
  return {
    decide: (input: Of<typeof decide>) => decide(deps, input),
    record: (input: ToRecord & { quiet: boolean }) => record(deps, input),
    applyDecision: (input: ToRecord) => applyDecision(deps, input),
    applyRequest: (input: Of<typeof applyRequest>) => applyRequest(deps, input),
    tellAhead: (input: Of<typeof tellAhead>) => tellAhead(deps, input),
    sendMessage: (input: Of<typeof sendMessage>) => sendMessage(deps, input),
    readAgenda: (input: Of<typeof readAgenda>) => readAgenda(deps, input),
    lapseOffers: (input: Of<typeof lapseOffers>) => lapseOffers(deps, input),
    sendDigest: (input: Of<typeof sendDigest>) => sendDigest(deps, input),
    readMail: (input: Of<typeof readMail>) => readMail(deps, input),
    classifyMail: (input: Of<typeof classifyMail>) => classifyMail(deps, input),
    deliverMail: (input: Of<typeof deliverMail>) => deliverMail(deps, input),
    setMailAside: (input: Of<typeof setMailAside>) => setMailAside(deps, input),
  };
}
