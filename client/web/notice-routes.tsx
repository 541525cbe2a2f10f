import type { FastifyInstance } from 'fastify';
import { NotFound, Unavailable } from '../service';
import { BareLayout } from './pages/layout';
import { sendPage } from './pages/render';
import type { WebOptions } from './web-options';

/**
 * `/notices/{token}/unsubscribe`, the address in the `List-Unsubscribe` header of machine notices: a GET asks, a POST ends
 * them, be it a person's or the one click of a mail program (RFC 8058).
 */
export function noticeRoutes(app: FastifyInstance, { endNotices }: WebOptions): void {
  const address = '/notices/:token/unsubscribe';
  app.get(address, (_request, reply) =>
    sendPage(
      reply,
      <BareLayout title="No more notices?">
        <h1>No more notices?</h1>
        <p>You will get no more digests and notices by mail. The pages keep showing everything.</p>
        <form method="post">
          <button type="submit" class="primary">
            Unsubscribe
          </button>
        </form>
      </BareLayout>,
    ),
  );
  app.post<{ Params: { token: string } }>(address, async (request, reply) => {
    if (endNotices === undefined) throw new Unavailable('Notices cannot be switched off here just now.');
    if (!(await endNotices(request.params.token)))
      throw new NotFound('This link is not one of ours, or it was cut off on the way.');
    return sendPage(
      reply,
      <BareLayout title="Unsubscribed">
        <h1>Unsubscribed</h1>
        <p>You will get no more notices by mail.</p>
      </BareLayout>,
    );
  });
}
