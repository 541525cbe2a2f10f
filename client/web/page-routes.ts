import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import { assetRoutes } from './assets';
import { linkRoutes } from './link-routes';
import { noticeRoutes } from './notice-routes';
import { helpRoutes } from './pages/help-routes';
import { inboxPages, inboxUploadPage } from './pages/inbox-pages';
import { intakePages } from './pages/intake-pages';
import { interviewPages } from './pages/interview-pages';
import { mailPages } from './pages/mail-pages';
import { offerPages } from './pages/offer-pages';
import { safetyRoutes } from './pages/safety-routes';
import { todayPage } from './pages/today-page';
import type { WebOptions } from './web-options';

/** Everything for people: pages that work without JavaScript, and the forms on them. */
export async function pageRoutes(app: FastifyInstance, web: WebOptions): Promise<void> {
  app.removeAllContentTypeParsers();
  await app.register(formbody, { bodyLimit: 6 * 1024 * 1024 });
  assetRoutes(app);
  for (const routes of [
    todayPage,
    safetyRoutes,
    intakePages,
    interviewPages,
    inboxPages,
    offerPages,
    helpRoutes,
    linkRoutes,
    noticeRoutes,
  ])
    routes(app, web);
  if (web.sink) mailPages(app, web, web.sink);
  // biome-ignore lint/nursery/noMisusedPromises: fastify waits for what a plugin returns.
  await app.register(inboxUploadPage, web);
}
