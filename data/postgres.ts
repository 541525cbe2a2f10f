/** The PostgreSQL driver: a pool of `pg` that returns the values data/database.ts promises. */
import pg from 'pg';
import type { Driver, SqlValue, TransactionDriver } from './database';
import { parserOf } from './sql-types';

const MIGRATION_LOCK = 0x41465457; // "AFTW"

const types: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    format === 'binary' ? pg.types.getTypeParser(type, format) : parserOf(type),
};

export async function openPostgres(url: string, poolSize: number, log: (line: string) => void): Promise<Driver> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types,
    application_name: 'afterview',
    connectionTimeoutMillis: 10_000,
    // A statement that takes this long is a mistake, and must not hold a ledger row for ever.
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    options: '-c TimeZone=UTC -c DateStyle=ISO',
  });
  // Idle connections break when the server restarts; the pool replaces them.
  pool.on('error', (error) => log(`database connection lost: ${error.message}`));

  const ask = async <T>(on: pg.Pool | pg.PoolClient, sql: string, params: readonly SqlValue[]): Promise<T[]> =>
    (await on.query(sql, [...params])).rows as T[];

  const driver: Driver = {
    kind: 'postgres',
    query: (sql, params) => ask(pool, sql, params),
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        const tx: TransactionDriver = {
          query: (sql, params) => ask(client, sql, params),
          script: async (sql) => {
            await client.query(sql);
          },
        };
        await client.query('begin');
        const result = await work(tx);
        // A failed statement whose error was swallowed makes "commit" a rollback, without a word.
        if ((await client.query('commit')).command === 'ROLLBACK') {
          throw new Error('a statement of the transaction failed');
        }
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async exclusively(work) {
      const client = await pool.connect();
      try {
        // May wait for a long migration of another process.
        await client.query('set statement_timeout = 0');
        await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
        return await work();
      } finally {
        // Closing the session frees the lock, whatever happened.
        client.release(true);
      }
    },
    close: () => pool.end(),
  };
  try {
    await driver.query('select 1', []);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return driver;
}
