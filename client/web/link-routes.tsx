import type { FastifyInstance, FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { NotFound, Refused, Unavailable } from '../service';
import { type FlatForm, filled, flatForm } from './form/flat-form';
import { BareLayout } from './pages/layout';
import { Letter } from './pages/parts';
import { sendPage } from './pages/render';
import { HttpProblem } from './problem';
import { BadLink, type LinkClaims, type LinkPurpose, readLink } from './signed-links';
import type { WebOptions } from './web-options';

const WORDS: Record<LinkPurpose, { asks: string; says: string; button: string; done: string }> = {
  approve: {
    asks: 'Approve this letter?',
    says: 'It goes out when it is due.',
    button: 'Approve',
    done: 'Approved. It goes out when it is due.',
  },
  stop: {
    asks: 'Stop this letter?',
    says: 'It will not be sent. The plan goes on without it.',
    button: 'Stop it',
    done: 'Stopped. It will not be sent.',
  },
  agree: {
    asks: 'Are you willing to be a referee?',
    says: 'Your name is given out only once you agree, and before anybody asks you, you will hear who it may be and about which role.',
    button: 'Yes, I am willing',
    done: 'That is noted, and appreciated.',
  },
  decline: {
    asks: 'Would you rather not be a referee?',
    says: 'That is quite all right. You will not be asked again for this.',
    button: 'I would rather not',
    done: 'That is noted. You will not be asked again for this.',
  },
  unsubscribe: {
    asks: 'No more notices?',
    says: 'You will get no more digests and notices by mail. The pages keep showing everything.',
    button: 'Unsubscribe',
    done: 'Done. You will get no more notices by mail.',
  },
};

/**
 * `/l/{token}`: mail scanners open links before people do, so a GET only shows a page with a button; the POST acts. The
 * POST needs no page before it: that is one-click unsubscribe (RFC 8058).
 */
export function linkRoutes(app: FastifyInstance, web: WebOptions): void {
  const keys = web.linkKeys ?? [];

  app.get<{ Params: { token: string } }>('/l/:token', async (request, reply) => {
    const claims = await claimsOf(request.params.token, keys);
    const words = WORDS[claims.purpose];
    const about = await aboutOf(web, claims);
    return sendPage(
      reply,
      <BareLayout title={words.asks}>
        <h1>{words.asks}</h1>
        {about}
        <p>{words.says}</p>
        <form method="post" class="stack">
          {claims.purpose === 'agree' ? <Preference /> : null}
          <button type="submit" class="primary">
            {words.button}
          </button>
        </form>
      </BareLayout>,
    );
  });

  app.post<{ Params: { token: string } }>('/l/:token', async (request, reply) => {
    const claims = await claimsOf(request.params.token, keys);
    try {
      await act(web, claims, flatForm(request.body));
    } catch (error) {
      if (error instanceof Refused) return settled(reply, 'This is settled already', error.message, 409);
      throw error;
    }
    return settled(reply, 'Thank you', WORDS[claims.purpose].done, 200);
  });
}

async function claimsOf(token: string, keys: readonly Uint8Array[]): Promise<LinkClaims> {
  try {
    return await readLink(token, keys);
  } catch (error) {
    if (!(error instanceof BadLink)) throw error;
    throw error.reason === 'expired'
      ? new HttpProblem(410, 'This link was good for a while, and that time is over.')
      : new HttpProblem(404, 'This link is not one of ours, or it was cut off on the way.');
  }
}

async function act(web: WebOptions, claims: LinkClaims, form: FlatForm): Promise<unknown> {
  const { service } = web;
  switch (claims.purpose) {
    case 'approve':
      return service.approve(claims.interviewId, claims.messageId);
    case 'stop':
      return service.skip(claims.interviewId, claims.messageId);
    case 'agree':
    case 'decline': {
      const prefers = filled(form, 'prefers');
      return service.report(claims.interviewId, {
        type: 'referee_replied',
        refereeId: claims.refereeId,
        agrees: claims.purpose === 'agree',
        ...(prefers !== undefined && /^(?:phone|email|online_form)$/.test(prefers) ? { prefers } : {}),
      });
    }
    case 'unsubscribe':
      if (web.unsubscribe === undefined) throw new Unavailable('Notices cannot be switched off here just now.');
      return web.unsubscribe(claims.candidateId);
  }
}

/** What a link is about: a letter; or, for a referee, who asks and for which role, and nothing else of the candidate's. */
async function aboutOf({ service }: WebOptions, claims: LinkClaims): Promise<VNode | null> {
  if (claims.purpose === 'unsubscribe') return null;
  if ('refereeId' in claims) {
    const { candidateName, role } = await service.interview(claims.interviewId);
    return (
      <p>
        <strong>{candidateName}</strong> is looking for a new position ({role}) and would like to name you as a referee.
      </p>
    );
  }
  const message = (await service.messages(claims.interviewId)).find(({ id }) => id === claims.messageId);
  if (message === undefined) throw new NotFound('This letter is not there any more.');
  return (
    <>
      <p>
        To {message.to.join(', ')}: <strong>{message.subject}</strong>
      </p>
      <Letter>{message.text}</Letter>
    </>
  );
}

function Preference(): VNode {
  return (
    <fieldset class="checks">
      <legend>How would you like to be asked?</legend>
      {(
        [
          ['', 'It does not matter'],
          ['email', 'By email'],
          ['phone', 'By phone'],
          ['online_form', 'By an online form'],
        ] as const
      ).map(([value, text]) => (
        <div class="check" key={value}>
          <input type="radio" id={`prefers-${value}`} name="prefers" value={value} checked={value === ''} />
          <label for={`prefers-${value}`}>{text}</label>
        </div>
      ))}
    </fieldset>
  );
}

function settled(reply: FastifyReply, title: string, says: string, status: number): FastifyReply {
  return sendPage(
    reply,
    <BareLayout title={title}>
      <h1>{title}</h1>
      <p>{says}</p>
    </BareLayout>,
    status,
  );
}
