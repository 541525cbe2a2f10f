/** Switches, the operator's settings and secrets: one row each, JSON. */
import { randomBytes } from 'node:crypto';
import { json, type Queryable } from './database';

/** What stands in the table, by name. */
export interface SettingValues {
  /** The stop-everything button. */
  stopped: boolean;
  /** First-sends mode: all mail goes to the candidate's own address. */
  first_sends: boolean;
  /** The way in for mail reports itself broken (H17): since when and why; null: it works. */
  inbound_broken: { since: string; why: string } | null;
  /** H13, set by the operator. */
  answer_limits: { country: string; days: number }[];
  /** Where reading of the IMAP mailbox goes on. */
  imap_place: { mailbox: string; uidValidity: string; uid: number } | null;
}

const DEFAULTS: SettingValues = {
  stopped: false,
  first_sends: false,
  inbound_broken: null,
  answer_limits: [],
  imap_place: null,
};

/** All settings in one query, defaults filled in. */
export async function readSettings(q: Queryable): Promise<SettingValues> {
  const rows = await q.query<{ name: string; value: unknown }>(
    `select name, value from settings where name not like 'secret:%'`,
  );
  return { ...DEFAULTS, ...Object.fromEntries(rows.map((row) => [row.name, row.value])) };
}

export async function writeSetting<N extends keyof SettingValues>(
  q: Queryable,
  name: N,
  value: SettingValues[N],
): Promise<void> {
  await q.query(
    'insert into settings (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
    [name, json(value)],
  );
}

/** A secret of this installation, made when first asked for: the same for all processes, for ever. */
export async function secretOf(q: Queryable, name: string): Promise<string> {
  const read = async () =>
    (await q.query<{ value: string }>('select value from settings where name = $1', [`secret:${name}`]))[0]?.value;
  const known = await read();
  if (known) return known;
  await q.query('insert into settings (name, value) values ($1, $2) on conflict (name) do nothing', [
    `secret:${name}`,
    json(randomBytes(32).toString('base64url')),
  ]);
  const made = await read();
  if (!made) throw new Error(`no secret ${name}`);
  return made;
}
