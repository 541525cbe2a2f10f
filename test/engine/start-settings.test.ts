import { listenFailure, readStartSettings, refereesCanFollow, StartFailure } from '../../workers/start-settings';

test('a start without settings serves this machine alone, with no way in for mail', () => {
  expect(readStartSettings({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    baseUrl: 'http://127.0.0.1:3000',
    inbound: 'none',
  });
});

test.each([
  [{ PORT: 'abc' }, 'PORT is abc, which is not a port number. Set it to 1 to 65535, or unset it for 3000.'],
  [{ PORT: '70000' }, 'PORT is 70000'],
  [{ AFTERVIEW_INBOUND: 'pigeon' }, 'Set it to webhook, imap, none, or unset it.'],
  [{ AFTERVIEW_PUBLIC_URL: 'afterview' }, 'AFTERVIEW_PUBLIC_URL is afterview, which is no address.'],
])('what cannot be meant refuses to start with a sentence: %j', (env, sentence) => {
  expect(() => readStartSettings(env)).toThrow(StartFailure);
  expect(() => readStartSettings(env)).toThrow(sentence);
});

test('a port that is taken is told with a way out; other failures stay as they are', () => {
  const settings = readStartSettings({});
  const taken = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' });
  expect(String(listenFailure(taken, settings))).toContain(
    'port 3000: another program listens there. Stop that program, or choose another port with PORT, for example PORT=3001.',
  );
  const other = new Error('boom');
  expect(listenFailure(other, settings)).toBe(other);
});

test('C2 a referee is offered a link only where it can be followed', () => {
  expect(refereesCanFollow('http://127.0.0.1:3000', false)).toBe(false);
  expect(refereesCanFollow('http://localhost:3000', false)).toBe(false);
  expect(refereesCanFollow('http://127.0.0.1:3000', true)).toBe(true);
  expect(refereesCanFollow('https://afterview.example', false)).toBe(true);
});
