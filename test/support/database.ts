import { cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../data/database';
import { withFileLock } from '../../workers/engine/file-lock';
import { runFolderVariable } from './engine';
import { findPostgres, startPostgres, type TestPostgres } from './postgres';

export interface TestDatabase {
  db: Database;
  /** The data folder of an embedded one, the address of a PostgreSQL one. */
  at: { dataDir: string; databaseUrl: string | null };
  close(): Promise<void>;
}

/**
 * An empty embedded database with all tables. The first of a run is made from nothing (seconds); the others are copies
 * of it.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'afterview-db-'));
  await putEmptyDatabase(dataDir);
  const db = await openDatabase({ dataDir });
  return {
    db,
    at: { dataDir, databaseUrl: null },
    async close() {
      await db.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The embedded database, with all tables and no rows, in a data folder that has none yet. */
export async function putEmptyDatabase(dataDir: string): Promise<void> {
  await cp(join(await templateFolder(), 'pg'), join(dataDir, 'pg'), { recursive: true });
}

async function templateFolder(): Promise<string> {
  const run = process.env[runFolderVariable] ?? tmpdir();
  const folder = join(run, 'database-template');
  await withFileLock(`${folder}.lock`, async () => {
    if (await stat(folder).catch(() => null)) return;
    const db = await openDatabase({ dataDir: `${folder}.new` });
    await db.close();
    await cp(`${folder}.new`, folder, { recursive: true });
    await rm(`${folder}.new`, { recursive: true });
  });
  return folder;
}

/**
 * Runs the tests on both databases: the embedded one, and PostgreSQL where it is installed (elsewhere one skipped test
 * says so). `open` gives each test the database with all tables empty.
 */
export function describeOnBoth(name: string, tests: (open: () => Promise<TestDatabase>) => void): void {
  describe(`${name} (PGlite)`, () => {
    let shared: TestDatabase | null = null;
    afterAll(async () => shared?.close());
    tests(async () => {
      shared ??= await openTestDatabase();
      const tables = await shared.db.query<{ name: string }>(
        `select string_agg(quote_ident(tablename), ', ') as name from pg_tables
         where schemaname = 'public' and tablename <> 'migrations'`,
      );
      await shared.db.query(`truncate ${tables[0]?.name} cascade`);
      return shared;
    });
  });
  describeOnPostgres(name, tests);
}

/** The tests that need true concurrency: several sessions. */
export function describeOnPostgres(name: string, tests: (open: () => Promise<TestDatabase>) => void): void {
  describe(`${name} (PostgreSQL)`, () => {
    let server: TestPostgres | null = null;
    const opened: Database[] = [];
    beforeAll(async () => {
      const bin = await findPostgres();
      if (bin) server = await startPostgres(bin);
    }, 60_000);
    afterEach(async () => {
      for (const db of opened.splice(0)) await db.close();
    });
    afterAll(async () => server?.stop());
    if (!postgresIsInstalled()) {
      it.skip('no PostgreSQL under /usr/lib/postgresql: nothing of this was tested on it', () => undefined);
      return;
    }
    tests(async () => {
      if (!server) throw new Error('PostgreSQL did not start');
      const databaseUrl = await server.newDatabase();
      const db = await openDatabase({ databaseUrl, dataDir: tmpdir(), poolSize: 25 });
      opened.push(db);
      return { db, at: { dataDir: tmpdir(), databaseUrl }, close: async () => undefined };
    });
  });
}

function postgresIsInstalled(): boolean {
  // Jest collects tests synchronously.
  return require('node:fs').existsSync('/usr/lib/postgresql');
}
