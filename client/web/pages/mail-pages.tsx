import type { FastifyInstance } from 'fastify';
import { parseMail } from '../../../mail/parse';
import { NotFound } from '../../service';
import type { SinkReader } from '../sink-reader';
import type { WebOptions } from '../web-options';
import { HOME_ZONE } from '../words/moments';
import { Layout } from './layout';
import { Letter, Moment } from './parts';
import { sendPage } from './render';
import { shellOf } from './shell';

/** `/mail`: what the embedded mail sink has taken, for trying things out without a mail server. */
export function mailPages(app: FastifyInstance, web: WebOptions, sink: SinkReader): void {
  app.get('/mail', async (request, reply) => {
    const [shell, mails] = await Promise.all([shellOf(web, request), sink.list()]);
    return sendPage(
      reply,
      <Layout title="Mail sent" shell={shell}>
        <h1>Mail sent</h1>
        <p class="muted">No mail server is set up (SMTP_URL), so letters end here and reach nobody.</p>
        <div data-live="sink" id="sink">
          {mails.length === 0 ? (
            <p class="calm">Nothing has been sent yet.</p>
          ) : (
            <ul class="cards">
              {mails.map((mail) => (
                <li class="card" key={mail.id}>
                  <p class="card-title">
                    <a href={`/mail/${encodeURIComponent(mail.id)}`}>
                      {mail.subject === '' ? '(no subject)' : mail.subject}
                    </a>
                  </p>
                  <p>To {mail.to.join(', ')}</p>
                  <p class="muted">
                    From {mail.from} · <Moment at={mail.date} zone={HOME_ZONE} />
                  </p>
                </li>
              ))}
            </ul>
          )}
        </div>
      </Layout>,
    );
  });

  app.get<{ Params: { id: string } }>('/mail/:id', async (request, reply) => {
    const raw = await sink.read(request.params.id);
    if (raw === null) throw new NotFound('There is no such mail in the sink.');
    const [shell, mail] = await Promise.all([shellOf(web, request), parseMail(raw)]);
    const people = (list: readonly { name: string; address: string }[]) =>
      list.map(({ name, address }) => (name === '' ? address : `${name} <${address}>`)).join(', ');
    return sendPage(
      reply,
      <Layout title={mail.subject === '' ? 'A mail' : mail.subject} shell={shell}>
        <p class="crumbs">
          <a href="/mail">Mail sent</a>
        </p>
        <h1>{mail.subject === '' ? '(no subject)' : mail.subject}</h1>
        <dl class="facts">
          <dt>From</dt>
          <dd>{mail.from === null ? '' : people([mail.from])}</dd>
          <dt>To</dt>
          <dd>{people(mail.to)}</dd>
          {mail.cc.length === 0 ? null : (
            <>
              <dt>Copy</dt>
              <dd>{people(mail.cc)}</dd>
            </>
          )}
          <dt>Message-ID</dt>
          <dd>
            <code>{mail.messageId ?? ''}</code>
          </dd>
        </dl>
        <Letter label="The mail, as text">{mail.text}</Letter>
        <details id="raw">
          <summary>As it went over the wire</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
          <pre class="source" tabIndex={0}>
            {Buffer.from(raw).toString('utf8').slice(0, 200_000)}
          </pre>
        </details>
        <p>
          <a href={`/mail/${encodeURIComponent(request.params.id)}/source.eml`}>Keep it as a file</a>
        </p>
      </Layout>,
    );
  });

  app.get<{ Params: { id: string } }>('/mail/:id/source.eml', async (request, reply) => {
    const raw = await sink.read(request.params.id);
    if (raw === null) throw new NotFound('There is no such mail in the sink.');
    return reply
      .type('message/rfc822')
      .header('content-disposition', 'attachment; filename="mail.eml"')
      .send(Buffer.from(raw));
  });
}
