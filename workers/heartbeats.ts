import type { Context } from '@temporalio/activity';
import type { ActivityInterceptors } from '@temporalio/worker';

/** Well within `heartbeatTimeout` (workflows/acting.ts), also where the process is busy. */
const BEAT_EVERY_MS = 8_000;

/**
 * Tells the server that an activity is still at it, so that one which died with its process is begun again within half
 * a minute, while one that waits for a slow mail server has all of its time.
 */
export function heartbeats(context: Context): ActivityInterceptors {
  if (context.info.isLocal) return {};
  return {
    inbound: {
      async execute(input, next) {
        const beat = setInterval(() => context.heartbeat(), BEAT_EVERY_MS);
        try {
          return await next(input);
        } finally {
          clearInterval(beat);
        }
      },
    },
  };
}
