/**
 * The one way to SQL: PGlite in the data folder (embedded, one process, one session) or PostgreSQL by `DATABASE_URL`.
 * One dialect, one set of migrations, the same JavaScript values on both: `jsonb` is parsed JSON, `timestamptz` an ISO
 * instant in UTC with milliseconds, `date` is `YYYY-MM-DD`, `bigint` and `count(*)` are numbers, `bytea` a Uint8Array.
 * Parameters for `jsonb` go through {@link json}; instants are ISO strings.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { migrate } from './migrate';
import { openPglite } from './pglite';
import { openPostgres } from './postgres';

export type SqlValue = string | number | boolean | null | Uint8Array | readonly string[] | readonly number[];

/** Anything one can ask: the database itself, or a transaction of it. */
export interface Queryable {
  /** Parameters are `$1`, `$2`, …; a statement without rows answers `[]` (or the rows of its `returning`). */
  query<T = Record<string, unknown>>(sql: string, params?: readonly SqlValue[]): Promise<T[]>;
}

export interface Database extends Queryable {
  readonly kind: 'pglite' | 'postgres';
  /**
   * Runs `work` in a transaction (read committed): all of it or nothing. Keep it short and free of other I/O: on PGlite
   * nobody else is served meanwhile. On PostgreSQL it is run again, up to three times, after a deadlock; so `work` may
   * run more than once. Asking the database itself from inside `work` throws, for on PGlite it would wait for itself.
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `postgres://…`; null or left out: PGlite in `dataDir`. */
  databaseUrl?: string | null | undefined;
  dataDir: string;
  log?: (line: string) => void;
  /** PostgreSQL connections of this process; 10 unless told. */
  poolSize?: number;
}

/** What a driver must offer; the rules above are made of it. */
export interface Driver {
  readonly kind: Database['kind'];
  query<T>(sql: string, params: readonly SqlValue[]): Promise<T[]>;
  transaction<T>(work: (tx: TransactionDriver) => Promise<T>): Promise<T>;
  /** Runs `work` while no other process migrates. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface TransactionDriver {
  query<T>(sql: string, params: readonly SqlValue[]): Promise<T[]>;
  /** Several statements at once, without parameters. */
  script(sql: string): Promise<void>;
}

/** A statement went to the database itself from inside a transaction. A mistake in our code, never a condition. */
export class OutsideTransaction extends Error {
  override readonly name = 'OutsideTransaction';
  constructor() {
    super('inside a transaction, ask the transaction and not the database');
  }
}

/**
 * Opens the database and brings its tables up to date. Throws `DataFolderInUse` where another process has the embedded
 * one open, and what the driver throws where PostgreSQL cannot be reached.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const log = options.log ?? (() => undefined);
  const driver = options.databaseUrl
    ? await openPostgres(options.databaseUrl, options.poolSize ?? 10, log)
    : await openPglite(options.dataDir, log);
  try {
    await migrate(driver, log);
  } catch (error) {
    await driver.close();
    throw error;
  }
  return databaseOver(driver);
}

function databaseOver(driver: Driver): Database {
  const inside = new AsyncLocalStorage<true>();
  const mustBeOutside = () => {
    if (inside.getStore()) throw new OutsideTransaction();
  };
  return {
    kind: driver.kind,
    async query<T>(sql: string, params: readonly SqlValue[] = []) {
      mustBeOutside();
      return driver.query<T>(sql, params);
    },
    async transaction<T>(work: (tx: Queryable) => Promise<T>) {
      mustBeOutside();
      for (let attempt = 1; ; attempt++) {
        try {
          return await driver.transaction((tx) =>
            inside.run(true, () => work({ query: (sql, params = []) => tx.query(sql, params) })),
          );
        } catch (error) {
          if (attempt >= 3 || !mayRunAgain(error)) throw error;
        }
      }
    },
    close: () => driver.close(),
  };
}

/** A value for a `jsonb` column, the same on both drivers. */
export function json(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** PostgreSQL's five-letter code of a failed statement, or null. */
export function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

/** Whether a row of that key was there already. */
export function isDuplicate(error: unknown): boolean {
  return sqlState(error) === '23505';
}

function mayRunAgain(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40P01' || state === '40001';
}

/** The only row, or null. */
export function first<T>(rows: T[]): T | null {
  return rows[0] ?? null;
}
