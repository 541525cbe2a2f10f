/**
 * The embedded driver: PGlite, PostgreSQL compiled to WebAssembly, in `DATA_DIR/pg`. One process, one session.
 *
 * Statements go over PGlite's wire protocol, each prepared once: planning costs more than all the rest here, and
 * `PGlite.query` plans anew and crosses into WebAssembly five times for every question (measured: 22 ms of CPU against
 * 0.9 for one of ours).
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite, protocol } from '@electric-sql/pglite';
import type { Driver, SqlValue, TransactionDriver } from './database';
import { lockDataFolder } from './folder-lock';
import { parserOf, type TextParser } from './sql-types';

type Serialize = (typeof protocol)['serialize'];

/** Throws `DataFolderInUse`. */
export async function openPglite(dataDir: string, log: (line: string) => void): Promise<Driver> {
  await mkdir(dataDir, { recursive: true });
  const unlock = await lockDataFolder(join(dataDir, 'pg.lock'));
  try {
    // Loaded here: whoever uses PostgreSQL does not pay for the WebAssembly.
    const pglite = await import('@electric-sql/pglite');
    const began = Date.now();
    const db = await pglite.PGlite.create(join(dataDir, 'pg'));
    await db.exec("set timezone = 'UTC'; set datestyle = 'ISO'; set plan_cache_mode = 'force_generic_plan';");
    log(`embedded database open after ${Date.now() - began} ms`);
    const session = new Session(db, pglite.protocol.serialize);
    return {
      kind: 'pglite',
      query: (sql, params) => session.alone(() => session.ask(sql, params, true)),
      transaction: (work) => session.alone(() => session.transaction(work)),
      // The folder lock already keeps others out.
      exclusively: (work) => work(),
      close: async () => {
        await session.alone(async () => {
          if (!db.closed) await db.close();
        });
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

class Session {
  private turn: Promise<unknown> = Promise.resolve();
  private readonly prepared = new Map<string, string>();
  private made = 0;

  constructor(
    private readonly db: PGlite,
    private readonly write: Serialize,
  ) {}

  /** One after the other: there is one session, and a transaction has it to itself. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }

  async transaction<T>(work: (tx: TransactionDriver) => Promise<T>): Promise<T> {
    await this.ask('begin', [], false);
    try {
      const result = await work({
        query: (sql, params) => this.ask(sql, params, false),
        script: async (sql) => {
          await this.db.exec(sql);
        },
      });
      // A failed statement whose error was swallowed makes "commit" a rollback, without a word.
      if ((await this.run('commit', [], true)).tag === 'ROLLBACK') {
        throw new Error('a statement of the transaction failed');
      }
      return result;
    } catch (error) {
      await this.ask('rollback', [], false);
      throw error;
    }
  }

  async ask<T>(sql: string, params: readonly SqlValue[], toDisk: boolean): Promise<T[]> {
    return (await this.run<T>(sql, params, toDisk)).rows;
  }

  private async run<T>(sql: string, params: readonly SqlValue[], toDisk: boolean): Promise<{ rows: T[]; tag: string }> {
    const { write } = this;
    const known = this.prepared.get(sql);
    const name = known ?? `s${++this.made}`;
    const parts = [
      ...(known ? [] : [write.parse({ name, text: sql })]),
      write.bind({ statement: name, values: params.map(asText) }),
      write.describe({ type: 'P' }),
      write.execute({}),
      write.sync(),
    ];
    const { messages } = await this.db.execProtocol(Buffer.concat(parts), { syncToFs: toDisk, throwOnError: true });
    this.prepared.set(sql, name);
    return readRows<T>(messages as unknown as Message[]);
  }
}

/** What matters of PGlite's parsed answers. */
type Message =
  | { name: 'rowDescription'; fields: { name: string; dataTypeID: number }[] }
  | { name: 'dataRow'; fields: (string | null)[] }
  | { name: 'commandComplete'; text: string }
  | { name: 'other' };

function readRows<T>(messages: Message[]): { rows: T[]; tag: string } {
  let columns: { name: string; parse: TextParser }[] = [];
  let tag = '';
  const rows: T[] = [];
  for (const message of messages) {
    if (message.name === 'rowDescription') {
      columns = message.fields.map(({ name, dataTypeID }) => ({ name, parse: parserOf(dataTypeID) }));
    } else if (message.name === 'dataRow') {
      const values = columns.map(({ name, parse }, i) => {
        const text = message.fields[i];
        return [name, text === null || text === undefined ? null : parse(text)];
      });
      rows.push(Object.fromEntries(values) as T);
    } else if (message.name === 'commandComplete') tag = message.text;
  }
  return { rows, tag };
}

/** PostgreSQL's text form of a parameter. */
function asText(value: SqlValue): string | null {
  if (value === null) return null;
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (typeof value === 'object') return `{${value.map((item) => JSON.stringify(String(item))).join(',')}}`;
  return String(value);
}
