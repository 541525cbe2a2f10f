import type { FastifyRequest } from 'fastify';
import type { WebOptions } from '../web-options';

/** What every page shows around its own content. */
export interface Shell {
  /** Path and query of this page, to come back to. */
  path: string;
  stopped: boolean;
  firstSends: boolean;
  timeMachine: boolean;
  /** H17: no way in for mail is set up. */
  deaf: boolean;
  /** Mails that wait for a person. */
  toReview: number;
  hasMail: boolean;
  temporalUi: string | null;
  /** What was just done, in words. */
  done: string | null;
}

/** The sentences after something was done, by the key that stands in the address. */
const DONE_WORDS: Record<string, string> = {
  started: 'All set. The plan below is made, and nothing leaves without you.',
  same: 'This interview was entered before; here it is.',
  approved: 'Approved. It goes out when it is due.',
  edited: 'Your wording is kept.',
  skipped: 'Left out. The plan goes on without it.',
  settled: 'Thank you, that is settled.',
  'task-done': 'Done, and noted.',
  dismissed: 'Dismissed.',
  snoozed: 'It will come back when you said.',
  reported: 'Noted. The plan was made anew from it.',
  moved: 'The clock was moved.',
  approval: 'Your choice is kept.',
  offer: 'The offer is on record.',
  decided: 'Thank you. The plan follows what you said; you can undo it for a day.',
  undone: 'Undone. The mail waits for you again, and the plan is as before.',
  stored: 'The mail is stored.',
  known: 'This mail was here already; nothing was added.',
  stopped: 'Everything is stopped. Nothing goes out.',
  going: 'Going on. Nothing that was missed bursts out; it is planned anew.',
  'first-on': 'From now on all mail goes to you alone.',
  'first-off': 'From now on mail goes to the people it is meant for.',
};

/** Reads what the frame of a page needs. */
export async function shellOf({ service, sink, temporalUi }: WebOptions, request: FastifyRequest): Promise<Shell> {
  const [settings, review] = await Promise.all([service.settings(), service.inbox('review')]);
  const done = (request.query as Record<string, unknown> | undefined)?.done;
  return {
    path: request.method === 'GET' ? withoutDone(request.url) : (request.url.split('?')[0] ?? '/'),
    stopped: settings.stopped,
    firstSends: settings.firstSends,
    timeMachine: settings.timeMachine,
    deaf: !['webhook', 'imap', 'working'].includes(settings.inbound),
    toReview: review.length,
    hasMail: sink !== undefined,
    temporalUi: temporalUi ?? settings.temporalUi,
    done: typeof done === 'string' && Object.hasOwn(DONE_WORDS, done) ? (DONE_WORDS[done] ?? null) : null,
  };
}

function withoutDone(url: string): string {
  const parsed = new URL(url, 'http://page');
  parsed.searchParams.delete('done');
  return parsed.pathname + parsed.search;
}
