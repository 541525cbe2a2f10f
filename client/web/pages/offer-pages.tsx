import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { InvalidInput, Refused } from '../../service';
import { type FlatForm, filled, flatForm } from '../form/flat-form';
import type { WebOptions } from '../web-options';
import { Layout } from './layout';
import { Day, Rules, Section, Trouble } from './parts';
import { sendPage } from './render';
import { shellOf } from './shell';

const STATUS_WORDS: Record<string, string> = {
  open: 'open',
  accepted: 'accepted',
  declined: 'declined',
  lapsed: 'no longer open',
};

/** `/offers/{candidateId}`: offers from elsewhere, the only ones that a letter may mention (E7). */
export function offerPages(app: FastifyInstance, web: WebOptions): void {
  const { service } = web;

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    problems: string[],
    form: FlatForm,
    status = 200,
  ) => {
    const [shell, offers] = await Promise.all([shellOf(web, request), service.offers(id)]);
    return sendPage(
      reply,
      <Layout title="Offers from elsewhere" shell={shell}>
        <h1>Offers from elsewhere</h1>
        <p>
          A letter mentions an offer only if it stands here and is open, and never as a threat.{' '}
          <Rules ids={['E7', 'E6', 'D2']} />
        </p>
        {offers.length === 0 ? (
          <p class="calm">No offer is on record.</p>
        ) : (
          <ul class="cards">
            {offers.map((offer) => (
              <li class="card" key={offer.id}>
                <p class="card-title">
                  {offer.organisation} <span class="chip">{STATUS_WORDS[offer.status ?? 'open'] ?? offer.status}</span>
                </p>
                <p class="muted">
                  Received on <Day date={offer.receivedOn} />
                  {offer.answerBy ? (
                    <>
                      {', answer by '}
                      <Day date={offer.answerBy} />
                    </>
                  ) : null}
                </p>
              </li>
            ))}
          </ul>
        )}
        <Section id="add" title="Record an offer, or how one changed">
          {problems.length === 0 ? null : <Trouble title="Please have another look." problems={problems} />}
          <form method="post" action={`/offers/${encodeURIComponent(id)}`} class="stack">
            <div class="fields">
              <div class="field">
                <label for="organisation">
                  Organisation <span class="required">(needed)</span>
                </label>
                <input id="organisation" name="organisation" value={form.organisation ?? ''} required />
              </div>
              <div class="field">
                <label for="receivedOn">
                  Received on <span class="required">(needed)</span>
                </label>
                <input id="receivedOn" name="receivedOn" type="date" value={form.receivedOn ?? ''} required />
              </div>
              <div class="field">
                <label for="answerBy">You must answer by</label>
                <input id="answerBy" name="answerBy" type="date" value={form.answerBy ?? ''} />
              </div>
              <div class="field">
                <label for="status">Now it is</label>
                <select id="status" name="status">
                  {Object.entries(STATUS_WORDS).map(([value, text]) => (
                    <option key={value} value={value} selected={value === (form.status ?? 'open')}>
                      {text}
                    </option>
                  ))}
                </select>
              </div>
            </div>
            <button type="submit" class="primary">
              Keep it
            </button>
          </form>
        </Section>
      </Layout>,
      status,
    );
  };

  app.get<{ Params: { id: string } }>('/offers/:id', (request, reply) =>
    show(request, reply, request.params.id, [], {}),
  );

  app.post<{ Params: { id: string } }>('/offers/:id', async (request, reply) => {
    const form = flatForm(request.body);
    const { id } = request.params;
    const fields = ['organisation', 'receivedOn', 'answerBy', 'status'] as const;
    const offer = Object.fromEntries(
      fields.flatMap((name) => (filled(form, name) === undefined ? [] : [[name, filled(form, name)]])),
    );
    try {
      await service.addOffer(id, offer);
    } catch (error) {
      if (error instanceof InvalidInput)
        return show(
          request,
          reply,
          id,
          error.problems.map(({ path, message }) => `${path}: ${message}`),
          form,
          422,
        );
      if (error instanceof Refused) return show(request, reply, id, [error.message], form, 409);
      throw error;
    }
    return reply.redirect(`/offers/${encodeURIComponent(id)}?done=offer`, 303);
  });
}
