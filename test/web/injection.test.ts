import { PAYLOADS } from '../support/payloads';
import { putIntoAll, type Story, startStory } from '../support/story';

let story: Story;
beforeEach(async () => {
  story = await startStory();
});
afterEach(() => story.app.close());

test.each(PAYLOADS)('%s stays text on every page', async (payload) => {
  const { candidateId } = await putIntoAll(story.service, payload);

  const form = new URLSearchParams({
    'candidate.name': payload,
    'contacts.0.givenName': payload,
    role: payload,
    'organisation.country': payload,
    'contacts.0.id': payload,
  });
  const answers = [
    ...(await Promise.all(
      [
        '/',
        '/interviews/i1',
        '/inbox',
        '/inbox?state=all',
        '/inbox/m1',
        `/offers/${encodeURIComponent(candidateId)}`,
        `/interviews/${encodeURIComponent(payload)}`,
        `/?done=${encodeURIComponent(payload)}`,
      ].map((url) => story.app.inject(url)),
    )),
    await story.app.inject({
      method: 'POST',
      url: '/interviews/new',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: form.toString(),
    }),
  ];
  for (const { body, statusCode } of answers) {
    expect(statusCode).toBeLessThan(500);
    const tags = body.match(/<(?:script|img|svg|iframe|style|meta|base|math)\b[^>]*>/gi) ?? [];
    for (const tag of tags)
      expect(tag).toMatch(
        /^<script src="\/assets\/afterview\.js\?v=[0-9a-f]{12}" defer>$|^<meta (?:charset="utf-8"|name="(?:viewport|color-scheme|robots)" content="[^"<>]*")\/?>$/,
      );
    // Values are always in double quotes; what is left of a tag then is names.
    const bare = body.replace(/="[^"]*"/g, '');
    expect(bare.match(/<[a-z][^<>]*\son\w+[^<>]*>/gi)).toBeNull();
    expect(body).not.toMatch(/(?:href|src|action)="(?:javascript:|http:\/\/evil)/i);
  }
});
