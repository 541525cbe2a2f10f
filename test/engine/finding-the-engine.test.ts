import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addToEngineCache, cachedEngine, engineCacheFolder } from '../../workers/engine/engine-cache';
import { findEngineProgram } from '../../workers/engine/engine-program';
import { withFileLock } from '../../workers/engine/file-lock';
import { cliVersion, isNewEnough } from '../../workers/engine/temporal-cli';
import { fakeProgram } from './fake-program';

let folder: string;
let said: string[];
const say = (line: string) => said.push(line);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'afterview-engine-'));
  said = [];
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const search = (path: string) => ({
  say,
  env: { PATH: path, XDG_CACHE_HOME: join(folder, 'cache'), AFTERVIEW_ENGINE_DOWNLOAD: 'off' },
});

describe('finding the engine', () => {
  test('a new enough Temporal CLI on PATH is used before anything else', async () => {
    const cli = fakeProgram(join(folder, 'bin'), 'temporal', 'temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)');
    expect(await findEngineProgram(search(`${join(folder, 'bin')}:/usr/bin:/bin`))).toBe(cli);
  });

  test('an older CLI is passed over, and why is said', async () => {
    fakeProgram(join(folder, 'bin'), 'temporal', 'temporal version 1.4.0 (Server 1.28.0, UI 2.39.0)');
    await expect(findEngineProgram(search(join(folder, 'bin')))).rejects.toMatchObject({ code: 'no-engine' });
    expect(said.join('\n')).toContain('brings server 1.28.0, and 1.32 or newer is needed');
  });

  test('the engine kept from before is used without asking anybody', async () => {
    const kept = await addToEngineCache(engineCacheFolder(search('').env), cliVersion, 'temporal', async (path) =>
      writeFileSync(path, 'a server'),
    );
    expect(await findEngineProgram(search(''))).toBe(kept);
    expect(said).toEqual([]);
  });

  test('with no CLI, no download and no Go, one sentence says what happened and what to do', async () => {
    await expect(findEngineProgram(search(join(folder, 'empty')))).rejects.toMatchObject({
      code: 'no-engine',
      message: expect.stringMatching(/there is no Go to build one with\. Install Go 1\.\d+\.\d+ or newer\. Or install/),
    });
  });

  test('a Go too old to fetch the one it needs is named', async () => {
    fakeProgram(join(folder, 'bin'), 'go', 'go1.19.8');
    await expect(findEngineProgram(search(join(folder, 'bin')))).rejects.toThrow(
      'the installed Go 1.19.8 is too old to build one',
    );
  });

  test('versions are compared as numbers', () => {
    expect(isNewEnough('1.32.0')).toBe(true);
    expect(isNewEnough('2.0.0')).toBe(true);
    expect(isNewEnough('1.9.9')).toBe(false);
  });
});

describe('the engine cache', () => {
  const damaged = jest.fn();
  const cache = () => join(folder, 'cache');
  beforeEach(() => damaged.mockClear());

  test('a folder without its marker is half-written: never used, and removed', async () => {
    mkdirSync(join(cache(), 'v1'), { recursive: true });
    writeFileSync(join(cache(), 'v1', 'server'), 'half of it');
    expect(await cachedEngine(cache(), 'v1', 'server', damaged)).toBeUndefined();
    expect(damaged).toHaveBeenCalledWith(join(cache(), 'v1'));
    expect(readdirSync(cache())).toEqual([]);
  });

  test('a program cut short after it was kept does not match its checksum and is not used', async () => {
    const path = await addToEngineCache(cache(), 'v1', 'server', async (to) => writeFileSync(to, 'all of it'));
    expect(await cachedEngine(cache(), 'v1', 'server', damaged)).toBe(path);
    truncateSync(path, 3);
    expect(await cachedEngine(cache(), 'v1', 'server', damaged)).toBeUndefined();
  });

  test('a failed build leaves nothing behind', async () => {
    const failing = addToEngineCache(cache(), 'v1', 'server', async (path) => {
      writeFileSync(path, 'half');
      throw new Error('the compiler gave up');
    });
    await expect(failing).rejects.toThrow('the compiler gave up');
    expect(readdirSync(cache())).toEqual([]);
  });
});

describe('the file lock', () => {
  test('lets one at a time through', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    const lock = join(folder, 'lock');
    await Promise.all(Array.from({ length: 5 }, () => withFileLock(lock, work)));
    expect(most).toBe(1);
  });

  test('of a process that died is taken over', async () => {
    const lock = join(folder, 'lock');
    // The highest process id there can be, so nobody has it.
    writeFileSync(lock, '4194304');
    expect(await withFileLock(lock, async () => 'done')).toBe('done');
  });
});
