import type { FastifyInstance } from 'fastify';
import { flatForm } from '../form/flat-form';
import { localPath, withDone } from '../safety/local-path';
import type { WebOptions } from '../web-options';

/** The switches in the header of every page. */
export function safetyRoutes(app: FastifyInstance, { service }: WebOptions): void {
  app.post('/safety/stop', async (request, reply) => {
    const form = flatForm(request.body);
    const stop = form.stop !== 'no';
    await service.setStopped(stop);
    return reply.redirect(withDone(localPath(form.back), stop ? 'stopped' : 'going'), 303);
  });
  app.post('/safety/first-sends', async (request, reply) => {
    const form = flatForm(request.body);
    const on = form.on !== 'no';
    await service.setFirstSends(on);
    return reply.redirect(withDone(localPath(form.back), on ? 'first-on' : 'first-off'), 303);
  });
}
