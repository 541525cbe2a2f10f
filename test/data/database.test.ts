import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDuplicate, json, OutsideTransaction, openDatabase, sqlState } from '../../data/database';
import { DataFolderInUse, lockDataFolder } from '../../data/folder-lock';
import { describeOnBoth, describeOnPostgres, openTestDatabase } from '../support/database';

jest.setTimeout(300_000);

describeOnBoth('the database', (open) => {
  it('gives the same JavaScript values on both kinds', async () => {
    const { db } = await open();
    const rows = await db.query(
      `select $1::jsonb as j, $2::jsonb as list, $3::bytea as bytes, $4::timestamptz as at, $5::date as day,
         count(*) as n, 7::bigint as big, 3 as small, true as yes, null::timestamptz as never,
         'b' = any($6::text[]) as among, '2026-07-01 12:00:00.123456+02'::timestamptz as exact`,
      [
        json({ a: ['x', null, 1.5] }),
        json(['a', 'b']),
        new Uint8Array([0, 255, 10]),
        '2026-12-01T10:00:00+01:00',
        '2026-12-01',
        ['a', 'b,c"'],
      ],
    );
    const [row] = rows as [Record<string, unknown>];
    expect({ ...row, bytes: [...(row.bytes as Uint8Array)] }).toEqual({
      j: { a: ['x', null, 1.5] },
      list: ['a', 'b'],
      bytes: [0, 255, 10],
      at: '2026-12-01T09:00:00.000Z',
      day: '2026-12-01',
      n: 1,
      big: 7,
      small: 3,
      yes: true,
      never: null,
      among: false,
      exact: '2026-07-01T10:00:00.123Z',
    });
  });

  it('undoes a transaction that fails, and keeps one that does not', async () => {
    const { db } = await open();
    const put = (name: string) => `insert into settings (name, value) values ('${name}', '1')`;
    await expect(
      db.transaction(async (tx) => {
        await tx.query(put('lost'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await db.transaction((tx) => tx.query(put('kept')));
    expect(await db.query('select name from settings')).toEqual([{ name: 'kept' }]);
  });

  it('says so when a failed statement was swallowed and nothing was kept', async () => {
    const { db } = await open();
    await expect(
      db.transaction(async (tx) => {
        await tx.query(`insert into settings (name, value) values ('lost', '1')`);
        await tx.query('select nonsense').catch(() => undefined);
      }),
    ).rejects.toThrow('a statement of the transaction failed');
    expect(await db.query('select name from settings')).toEqual([]);
  });

  it('goes on after a failed statement, and names what failed', async () => {
    const { db } = await open();
    const put = () => db.query('insert into settings (name, value) values ($1, $2)', ['once', '1']);
    await put();
    const failure = await put().catch((error: unknown) => error);
    expect(isDuplicate(failure)).toBe(true);
    expect(sqlState(await db.query('select nonsense').catch((error: unknown) => error))).toBe('42703');
    expect(await db.query('select name from settings')).toEqual([{ name: 'once' }]);
    expect(await db.query('delete from settings')).toEqual([]);
  });

  it('refuses a question to the database itself from inside a transaction', async () => {
    const { db } = await open();
    await expect(db.transaction(() => db.query('select 1'))).rejects.toThrow(OutsideTransaction);
    await expect(db.transaction(() => db.transaction(async () => 1))).rejects.toThrow(OutsideTransaction);
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('serves many at once', async () => {
    const { db } = await open();
    await db.query(`insert into settings (name, value) values ('n', '0')`);
    await Promise.all(
      Array.from({ length: 30 }, () =>
        db.transaction(async (tx) => {
          const [row] = await tx.query<{ value: number }>(`select value from settings where name = 'n' for update`);
          await tx.query(`update settings set value = $1 where name = 'n'`, [json((row?.value ?? 0) + 1)]);
        }),
      ),
    );
    expect(await db.query(`select value from settings where name = 'n'`)).toEqual([{ value: 30 }]);
  });

  it('remembers which migrations it has, and applies none twice', async () => {
    const { db, at } = await open();
    const names = await db.query('select name from migrations order by name');
    expect(names).toContainEqual({ name: '001-start.sql' });
    if (at.databaseUrl) {
      const again = await openDatabase({ databaseUrl: at.databaseUrl, dataDir: at.dataDir });
      expect(await again.query('select name from migrations order by name')).toEqual(names);
      await again.close();
    }
  });
});

it('refuses tables of a newer release', async () => {
  const { db, at, close } = await openTestDatabase();
  await db.query(`insert into migrations (name, sha256) values ('999-later.sql', '')`);
  await db.close();
  await expect(openDatabase(at)).rejects.toThrow('newer release (it has 999-later.sql)');
  await close();
});

describeOnPostgres('several processes', (open) => {
  it('may start at once: each migration is applied by one of them', async () => {
    const { db, at } = await open();
    await db.query('drop schema public cascade');
    await db.query('create schema public');
    const opened = await Promise.all(Array.from({ length: 5 }, () => openDatabase(at)));
    expect(await db.query('select count(*) as n from migrations')).not.toEqual([{ n: 0 }]);
    await Promise.all(opened.map((other) => other.close()));
  });
});

describe('the embedded database', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'afterview-embedded-'));
  });
  afterEach(async () => rm(dataDir, { recursive: true, force: true }));

  it('keeps a second one out with a clear sentence, and lets it in afterwards', async () => {
    const path = join(dataDir, 'pg.lock');
    const unlock = await lockDataFolder(path);
    await expect(lockDataFolder(path)).rejects.toThrow(DataFolderInUse);
    await expect(lockDataFolder(path)).rejects.toThrow(
      `${dataDir} is in use by another Afterview (process ${process.pid})`,
    );
    await unlock();
    await (await lockDataFolder(path))();
  });

  it('takes over the lock of a dead process, of another process under its number, and a damaged one', async () => {
    const path = join(dataDir, 'pg.lock');
    const holders = [
      JSON.stringify({ pid: 2 ** 22 + 1, began: '' }),
      JSON.stringify({ pid: process.pid, began: 'before' }),
      JSON.stringify({ pid: process.ppid, began: 'another boot:1' }),
      '{"pid":',
    ];
    for (const holder of holders) await writeFile(`${path}.${randomUUID()}`, holder);
    const unlock = await lockDataFolder(path);
    expect(await readdir(dataDir)).toHaveLength(1);
    await unlock();
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('is not taken from a living process', async () => {
    const path = join(dataDir, 'pg.lock');
    const living = spawn('sleep', ['60']);
    await writeFile(`${path}.${randomUUID()}`, JSON.stringify({ pid: living.pid, began: '' }));
    await expect(lockDataFolder(path)).rejects.toThrow(`(process ${living.pid})`);
    living.kill();
  });

  it('gives the lock to one of many', async () => {
    const path = join(dataDir, 'pg.lock');
    for (let round = 0; round < 20; round++) {
      await writeFile(`${path}.${randomUUID()}`, JSON.stringify({ pid: 2 ** 22 + 1, began: '' }));
      const tries = await Promise.allSettled(Array.from({ length: 10 }, () => lockDataFolder(path)));
      const taken = tries.filter((attempt) => attempt.status === 'fulfilled');
      const refused = tries.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason as Error] : []));
      expect(refused.filter((reason) => !(reason instanceof DataFolderInUse))).toEqual([]);
      expect(taken).toHaveLength(1);
      for (const one of taken) await one.value();
    }
  });

  it('keeps every acknowledged row through kill -9', async () => {
    const { at, db: empty, close } = await openTestDatabase();
    await empty.close();
    let acknowledged = 0;
    for (let round = 0; round < 3; round++) acknowledged = await writeUntilKilled(at.dataDir, acknowledged);
    const db = await openDatabase(at);
    const [row] = await db.query<{ n: number }>('select count(*) as n from form_drafts');
    await db.close();
    await close();
    expect(acknowledged).toBeGreaterThan(0);
    expect(row?.n).toBeGreaterThanOrEqual(acknowledged);
  });
});

/** Starts a process that writes rows and says so, kills it in the middle, answers the last number it said. */
async function writeUntilKilled(dataDir: string, from: number): Promise<number> {
  const script = `
    import { openDatabase } from './data/database';
    openDatabase({ dataDir: process.env.FOLDER }).then(async (db) => {
      for (let i = ${from}; ; i++) {
        await db.query("insert into form_drafts (token, form) values ($1, '{}') on conflict (token) do nothing", ['t' + i]);
        console.log(i + 1);
      }
    });`;
  const file = join(dataDir, 'writer.ts');
  await writeFile(file, script.replace("'./data/database'", `'${join(__dirname, '../../data/database')}'`));
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: join(__dirname, '../..'),
    env: { ...process.env, FOLDER: dataDir },
  });
  let said = from;
  let trouble = '';
  child.stderr.on('data', (chunk) => {
    trouble += chunk;
  });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(trouble)));
    child.stdout.on('data', (chunk: Buffer) => {
      said = Number(chunk.toString().trim().split('\n').at(-1));
      if (said > from + 40) {
        child.removeAllListeners('exit');
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }
    });
  });
  return said;
}
