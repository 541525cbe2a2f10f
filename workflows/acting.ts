/** The activities of an interview with their limits. */
import { ActivityCancellationType, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities';

/** Local, so that the facts they get are not written to history again and again; what they answer is. */
export const { decide, record } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  scheduleToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200 milliseconds', maximumAttempts: 4 },
});

/** An activity that died with its process is begun again after so long (workers/heartbeats.ts). */
export const heartbeatTimeout = '30 seconds';

export const { applyDecision, applyRequest, tellAhead } = proxyActivities<Activities>({
  startToCloseTimeout: '4 minutes',
  heartbeatTimeout,
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds', maximumAttempts: 8 },
});

export const { sendMessage } = proxyActivities<Activities>({
  // Above the SMTP timeouts: what is cut off in mid-conversation is uncertain for ever.
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout,
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { initialInterval: '5 seconds', maximumInterval: '1 minute', maximumAttempts: 10 },
});
