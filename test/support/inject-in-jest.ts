/**
 * Fastify's `inject` brings `cookie`, which is an ES module only; jest's own loader cannot read it. `inject` needs it for
 * its `cookies` option alone, which no test uses.
 */
jest.doMock('cookie', () => ({
  parseCookie: () => ({}),
  stringifyCookie: () => '',
  parse: () => ({}),
  serialize: () => '',
}));
