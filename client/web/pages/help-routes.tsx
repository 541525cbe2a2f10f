import type { FastifyInstance } from 'fastify';
import { PROBLEM_TITLES } from '../problem';
import { RULE_GROUPS } from '../rule-words';
import type { WebOptions } from '../web-options';
import { STAGE_WORDS } from '../words/stage-words';
import { Layout } from './layout';
import { Section } from './parts';
import { sendPage } from './render';
import { shellOf } from './shell';

/** `/help`: every rule in a plain sentence, the stages, the keys, and what refusals mean. */
export function helpRoutes(app: FastifyInstance, web: WebOptions): void {
  app.get('/help', async (request, reply) =>
    sendPage(
      reply,
      <Layout title="How it decides" shell={await shellOf(web, request)}>
        <h1>How it decides</h1>
        <p class="lead">
          Every step names the rules that asked for it. Here they are in plain words. Where rules meet, your “stop”
          comes first, then honesty, then every “never”, then what you chose.
        </p>
        {RULE_GROUPS.map((group) => (
          <Section key={group.letter} id={`rules-${group.letter}`} title={group.title}>
            <dl class="glossary">
              {group.rules.map(({ id, says }) => (
                <div key={id} id={id}>
                  <dt>{id}</dt>
                  <dd>{says}</dd>
                </div>
              ))}
            </dl>
          </Section>
        ))}
        <Section id="stages" title="The stages">
          <dl class="glossary stages">
            {Object.entries(STAGE_WORDS).map(([stage, { name, means }]) => (
              <div key={stage}>
                <dt>{name}</dt>
                <dd>{means}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section id="keys" title="Keys">
          <p>
            On a mail: <kbd>1</kbd> to <kbd>9</kbd>, <kbd>0</kbd> and <kbd>r</kbd> answer what it is, <kbd>u</kbd>{' '}
            undoes. On lists: <kbd>j</kbd> and <kbd>k</kbd> go down and up. <kbd>?</kbd> opens this page. All of it can
            be switched off:{' '}
            <button type="button" class="quiet" data-toggle-keys hidden>
              Keys: on
            </button>
          </p>
        </Section>
        <Section id="problems" title="When something is refused">
          <dl class="glossary problems">
            {Object.entries(PROBLEM_TITLES).map(([status, { slug, title }]) => (
              <div key={slug} id={`problem-${slug}`}>
                <dt>{status}</dt>
                <dd>{title}.</dd>
              </div>
            ))}
          </dl>
        </Section>
      </Layout>,
    ),
  );
}
