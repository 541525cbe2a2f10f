/** Half-filled intake forms, so that nothing typed is lost. */
import { json, type Queryable } from './database';

export async function saveFormDraft(q: Queryable, token: string, form: Record<string, string>): Promise<void> {
  await q.query(
    `insert into form_drafts (token, form) values ($1, $2)
     on conflict (token) do update set form = excluded.form, updated_real = now()`,
    [token, json(form)],
  );
}

export async function loadFormDraft(q: Queryable, token: string): Promise<Record<string, string> | null> {
  const rows = await q.query<{ form: Record<string, string> }>('select form from form_drafts where token = $1', [
    token,
  ]);
  return rows[0]?.form ?? null;
}

export async function deleteFormDraft(q: Queryable, token: string): Promise<void> {
  await q.query('delete from form_drafts where token = $1', [token]);
}

/** Drafts nobody came back to: they hold names and addresses. Answers how many went. */
export async function deleteOldFormDrafts(q: Queryable, olderThanDays: number): Promise<number> {
  const rows = await q.query(
    'delete from form_drafts where updated_real < now() - make_interval(days => $1) returning token',
    [olderThanDays],
  );
  return rows.length;
}
