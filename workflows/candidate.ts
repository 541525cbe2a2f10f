/**
 * What spans all interviews of one candidate: the weekly digest (D4), offers that lapse (E7), and telling the other
 * interviews that something around them changed. It rests while nothing is open and is started again by the next interview.
 */
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  getExternalWorkflowHandle,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities';
import { heartbeatTimeout } from './acting';
import { surroundingsChanged, tellSiblings } from './messages';

export interface CandidateInput {
  candidateId: string;
  /** The last digest, or the first start: the next digest comes after it. */
  since?: string;
  news?: News[];
}

interface News {
  why: string;
  from: string | null;
}

const SHORTEST_WAIT_MS = 1_000;

const { readAgenda } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  // Nobody waits for an answer here, so it is simply asked until the database is back.
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});
const { lapseOffers, sendDigest } = proxyActivities<Activities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout,
  retry: { initialInterval: '5 seconds', maximumInterval: '10 minutes', maximumAttempts: 20 },
});

export async function candidate({ candidateId, since, news: carried }: CandidateInput): Promise<void> {
  const news: News[] = [...(carried ?? [])];
  let lastDigest = since ?? clock();
  setHandler(tellSiblings, ({ why, from }) => void news.push({ why, from: from ?? null }), {
    description: 'Something changed that other interviews of this candidate should know.',
  });

  for (;;) {
    const agenda = await readAgenda({ candidateId, now: clock(), since: lastDigest });
    if (agenda.lapsed.length > 0) {
      await lapseOffers.executeWithOptions({ summary: 'An offer lapses' }, [{ candidateId, offers: agenda.lapsed }]);
      news.push({ why: 'an offer lapsed', from: null });
    }
    if (agenda.digestDue) {
      await sendDigestQuietly(candidateId);
      lastDigest = clock();
      continue;
    }
    await tell(news.splice(0), agenda.open);
    if (agenda.open.length === 0 && news.length === 0) return;
    if (workflowInfo().continueAsNewSuggested && allHandlersFinished()) {
      await continueAsNew<typeof candidate>({ candidateId, since: lastDigest, news });
    }
    setCurrentDetails(`${agenda.open.length} interviews open. Next digest or lapsing offer: ${agenda.wakeAt}.`);
    const wait = Math.max(Date.parse(agenda.wakeAt) - Date.now(), SHORTEST_WAIT_MS);
    await condition(() => news.length > 0, wait, { summary: 'Until the weekly digest (D4) or an offer lapses (E7)' });
  }
}

/** A digest that cannot be sent is one digest less, no reason to stop watching. */
async function sendDigestQuietly(candidateId: string): Promise<void> {
  try {
    await sendDigest.executeWithOptions({ summary: 'Weekly digest (D4)' }, [{ candidateId, now: clock() }]);
  } catch {
    // The failure stands in the history; next Monday comes.
  }
}

async function tell(news: News[], open: string[]): Promise<void> {
  const why = news[0]?.why;
  if (why === undefined) return;
  const onlyTeller = news.every(({ from }) => from === news[0]?.from) ? news[0]?.from : null;
  for (const interviewId of open) {
    if (interviewId === onlyTeller) continue;
    try {
      await getExternalWorkflowHandle(`interview-${interviewId}`).signal(surroundingsChanged, { why });
    } catch {
      // It ended in the meantime.
    }
  }
}

function clock(): string {
  return new Date().toISOString();
}
