import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBounce } from '../../mail/bounce';
import { parseMail } from '../../mail/parse';
import { visibleText } from '../../mail/visible-text';

/** Public mails of others, not ours to copy: measured against what their own parsers expect, where they are at hand. */
const folder = process.env.MAIL_SAMPLES;
const rows = (name: string) =>
  readFileSync(join(folder ?? '', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const mailOf = (row: Record<string, unknown>) => parseMail(readFileSync(join(folder ?? '', String(row.file))));

(folder ? describe : describe.skip)('public mails (skipped unless MAIL_SAMPLES names their folder)', () => {
  it('visible text as other reply parsers expect it', async () => {
    const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
    const missed: unknown[] = [];
    const all = rows('quotes.jsonl');
    for (const row of all) {
      const wanted = fold(readFileSync(join(folder ?? '', String(row.visible)), 'utf8'));
      if (fold(visibleText(await mailOf(row))) !== wanted) missed.push(row.file);
    }
    console.log(`visible text: ${all.length - missed.length} of ${all.length}; not ${missed.join(' ')}`);
    expect(missed.length / all.length).toBeLessThanOrEqual(0.15);
  });

  it('recipients and status of delivery reports', async () => {
    const count = { reports: 0, found: 0, recipients: 0, recipientsRight: 0, statuses: 0, statusRight: 0 };
    for (const row of rows('bounces.jsonl')) {
      if (row.kind !== 'dsn') continue;
      const report = readBounce(await mailOf(row));
      count.reports += 1;
      if (report) count.found += 1;
      const lower = (list: string[]) => list.map((one) => one.toLowerCase()).sort();
      if (Array.isArray(row.expected_recipients)) {
        count.recipients += 1;
        if (lower(report?.recipients ?? []).join() === lower(row.expected_recipients as string[]).join())
          count.recipientsRight += 1;
      }
      const status = (row.expected_status ?? row.status_in_message) as string[] | null;
      if (status) {
        count.statuses += 1;
        if (report?.status && status.includes(report.status)) count.statusRight += 1;
      }
    }
    console.log(JSON.stringify(count));
    expect(count.found / count.reports).toBeGreaterThan(0.97);
    expect(count.recipientsRight / count.recipients).toBeGreaterThan(0.97);
    expect(count.statusRight / count.statuses).toBeGreaterThan(0.95);
  });

  it('what people and systems write is no bounce', async () => {
    for (const row of rows('labels.jsonl')) {
      expect({ file: row.file, bounce: readBounce(await mailOf(row)) !== null }).toEqual({
        file: row.file,
        bounce: row.label === 'bounce',
      });
    }
  });
});
