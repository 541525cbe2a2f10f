/** Brings the tables up to date: the files of data/migrations in the order of their names, each once, each whole. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Driver } from './database';

const FOLDER = join(__dirname, 'migrations');

/** The tables were made by a newer release: this one would not understand them. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
  constructor(migration: string) {
    super(
      `the database was made by a newer release (it has ${migration}); update Afterview, or restore an older backup`,
    );
  }
}

export async function migrate(driver: Driver, log: (line: string) => void): Promise<void> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  await driver.exclusively(async () => {
    await driver.query(
      `create table if not exists migrations
         (name text primary key, sha256 text not null, applied_real timestamptz not null default now())`,
      [],
    );
    const rows = await driver.query<{ name: string; sha256: string }>('select name, sha256 from migrations', []);
    const applied = new Map(rows.map((row) => [row.name, row.sha256]));
    for (const name of applied.keys()) if (!names.includes(name)) throw new NewerDatabase(name);
    for (const name of names) {
      const sql = await readFile(join(FOLDER, name), 'utf8');
      const sha256 = createHash('sha256').update(sql).digest('hex');
      const before = applied.get(name);
      if (before !== undefined) {
        if (before !== sha256) log(`${name} was changed after it was applied here; the tables are as it was then`);
        continue;
      }
      await driver.transaction(async (tx) => {
        await tx.script(sql);
        await tx.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256]);
      });
      log(`applied ${name}`);
    }
  });
}
