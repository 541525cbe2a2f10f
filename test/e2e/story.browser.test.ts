import type { Browser, Page } from 'playwright-core';
import { openPage } from '../browser/open-page';
import { startBrowser } from '../support/browser';
import { engineStartTimeoutMs } from '../support/engine';
import { type AcceptedMail, type FaultSmtp, startFaultSmtp } from '../support/fault-smtp';
import { closeProduct, type Product, startProduct } from '../support/product';
import { until } from '../support/until';
import { headerOf, rawMail } from './raw-mail';

/** The main story, clicked through by a person in a real browser, on the real program with a real mail server. */

const DAY_MS = 86_400_000;
const STORY_MS = 120_000;

let browser: Browser | null;
let smtp: FaultSmtp;
let product: Product;

beforeAll(async () => {
  smtp = await startFaultSmtp();
  [browser, product] = await Promise.all([startBrowser(), startProduct({ env: { SMTP_URL: smtp.url } })]);
}, engineStartTimeoutMs);

afterAll(async () => {
  await browser?.close();
  await closeProduct(product);
  await smtp?.close();
}, 90_000);

/** `YYYY-MM-DD`, so many days after the first Tuesday that lies a full day ahead. */
function dayOfStory(days: number): string {
  const soon = Date.now() + DAY_MS;
  const tuesday = soon + ((9 - new Date(soon).getUTCDay()) % 7) * DAY_MS;
  return new Date(tuesday + days * DAY_MS).toISOString().slice(0, 10);
}

const letters = (): AcceptedMail[] => smtp.mails.filter(({ to }) => to.join() !== 'maya@candidate.test');
const letterTo = (address: string): AcceptedMail[] => letters().filter(({ to }) => to.includes(address));

async function fillIn(page: Page): Promise<void> {
  await page.fill('[name="candidate.name"]', 'Maya Lindqvist');
  await page.fill('[name="candidate.email"]', 'maya@candidate.test');
  await page.selectOption('[name="candidate.country"]', { label: 'Sweden' });
  await page.fill('[name="role"]', 'Platform Engineer');
  await page.fill('[name="organisation.name"]', 'Northwind Grid');
  await page.selectOption('[name="organisation.country"]', { label: 'Ireland' });
  await page.fill('[name="interview.date"]', dayOfStory(0));
  await page.fill('[name="interview.startTime"]', '10:00');
  await page.fill('[name="interview.endTime"]', '11:30');
  await person(page, 0, ['Dr', 'Aoife', 'Byrne', 'streaming ingestion'], ['interviewer', 'hiring_manager']);
  await page.getByRole('button', { name: 'Add another person' }).click();
  await person(page, 1, ['Mr', 'Conor', "O'Neill", 'the on-call rota'], ['interviewer', 'hr']);
  await page.fill('[name="process.promisedDate"]', dayOfStory(10));
}

async function person(page: Page, number: number, words: [string, string, string, string], roles: string[]) {
  const [honorific, givenName, familyName, topics] = words;
  const path = `contacts.${number}`;
  const email = `${givenName}.${familyName}@northwind.test`.replace("'", '').toLowerCase();
  for (const [name, text] of Object.entries({ honorific, givenName, familyName, topics, email })) {
    await page.fill(`[name="${path}.${name}"]`, text);
  }
  for (const role of roles) await page.check(`[name="${path}.roles.${role}"]`);
}

/** Presses a button that leads to the same page again, and waits for what it says there. */
async function press(page: Page, name: string, answer: string, within = 'main'): Promise<void> {
  // The answer to an earlier press must not be taken for this one's.
  await page.evaluate(`document.querySelector('.flash')?.remove()`);
  await page.locator(within).getByRole('button', { name, exact: true }).first().click();
  await page.locator('.flash').filter({ hasText: answer }).waitFor({ timeout: 60_000 });
}

async function goToMorningOf(page: Page, date: string): Promise<void> {
  await page.fill('#clock-date', date);
  await press(page, 'Go', 'The clock was moved.');
}

/** Day by day, until a letter of that kind lies there to be approved. */
async function untilDraft(page: Page, kind: string): Promise<void> {
  const draft = page
    .locator('#drafts')
    .getByRole('article', { name: new RegExp(`^${kind} to`) })
    .first();
  for (let days = 0; days < 14; days++) {
    if (await draft.isVisible()) return;
    await press(page, '+1 day', 'The clock was moved.');
  }
  throw new Error(`no draft came: ${kind}`);
}

async function handIn(mail: string): Promise<void> {
  const answer = await product.post('/webhooks/email/raw?recipient=maya@candidate.test', mail);
  expect(answer.status).toBe(202);
}

const words = async (page: Page, where: string): Promise<string> =>
  ((await page.locator(where).textContent()) ?? '').replace(/\s+/g, ' ');

test(
  'from the intake form to the ending: thanks, a quiet wait, a question, answers that stop everything',
  async () => {
    if (!browser) return;
    const { page, faults, close } = await openPage(browser, product.base);
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    const began = Date.now();

    // The intake, and the plan with its reasons.
    await page.goto('/');
    await page.goto('/interviews/new');
    await fillIn(page);
    await page.getByRole('button', { name: 'Make the plan' }).last().click();
    await page.getByText('All set.').waitFor();
    const interviewPage = page.url().replace(/\?.*/, '');
    const plan = await words(page, '#plan');
    for (const step of [
      'Thank-you note · Dr Aoife Byrne',
      'Getting back in touch',
      'A last, friendly word',
      'time to look ahead',
    ])
      expect(plan).toContain(step);
    expect(plan).toMatch(/Thank Aoife Byrne within two working days of the interview\s*B1/);
    expect(plan).toMatch(/The first working day after the promised date, .*\s*E1/);

    // The thanks wait for approval, and leave when they are due: not before the morning after, whatever the hour is now.
    await goToMorningOf(page, dayOfStory(1));
    await untilDraft(page, 'Thank-you note');
    await press(page, 'Approve', 'Approved.');
    await press(page, 'Approve', 'Approved.');
    expect(letters()).toEqual([]);
    await goToMorningOf(page, dayOfStory(10));
    expect(await words(page, '#stage')).toContain('nobody asks them anything before the promised day');
    expect(letters().map(({ to }) => to.join())).toEqual(['aoife.byrne@northwind.test', 'conor.oneill@northwind.test']);
    expect(await words(page, '#sent')).toMatch(/Sent\s+Thank-you note\s+to Dr Aoife Byrne/);

    // The promised day has passed: one question, in the thread of the thanks.
    await untilDraft(page, 'Getting back in touch');
    await press(page, 'Approve', 'Approved.');
    await untilDraft(page, 'Asking again');
    const [thanks, question] = letterTo('conor.oneill@northwind.test');
    expect(headerOf(question?.raw ?? '', 'In-Reply-To')).toBe(headerOf(thanks?.raw ?? '', 'Message-ID'));
    expect(letters()).toHaveLength(3);

    // A colleague whom nobody knows writes: a person says what it is, and the chase is off.
    const later = dayOfStory(31);
    await handIn(
      rawMail({
        from: 'Talent Team <talent@northwind.test>',
        to: 'maya@candidate.test',
        subject: 'Platform Engineer at Northwind Grid',
        id: 'one@northwind.test',
        text: `Dear Maya,\n\nsorry for the silence, we are still at it.\n\nThe talent team`,
      }),
    );
    await page.goto('/inbox');
    await until(
      async () => {
        await page.reload();
        return page.getByRole('link', { name: 'Platform Engineer at Northwind Grid' }).isVisible();
      },
      (there) => there,
    );
    await page.getByRole('link', { name: 'Platform Engineer at Northwind Grid' }).click();
    await page.getByText('It names', { exact: false }).first().click();
    await page.selectOption('#interview', { index: 0 });
    await page.fill('#date-promisedDate', later);
    await page.check('[name="promisedDate.confirm"]');
    await page.getByRole('button', { name: 'Still deciding' }).click();
    await page.locator('.flash').filter({ hasText: 'undo' }).waitFor();
    await page.goto(interviewPage);
    expect(await words(page, '#stage')).toMatch(/They (had )?said they would answer by/);
    // The page looks again by itself.
    await page.getByRole('article', { name: /^Asking again to/ }).waitFor({ state: 'detached' });

    // The recruiter answers our question with a no: read without anybody's help.
    await handIn(
      rawMail({
        from: "Conor O'Neill <conor.oneill@northwind.test>",
        to: 'maya@candidate.test',
        subject: headerOf(question?.raw ?? '', 'Subject'),
        id: 'two@northwind.test',
        answers: headerOf(question?.raw ?? '', 'Message-ID'),
        text: "Dear Maya,\n\nThank you for your patience. Unfortunately, after careful consideration we have decided to move forward with another candidate and will not be taking your application further. We wish you all the best in your search.\n\nKind regards,\nConor O'Neill",
      }),
    );
    const thanksForTheNo = `article[aria-label^="Thanks, and one question to Mr Conor O'Neill"]`;
    await page.locator(thanksForTheNo).waitFor({ timeout: 60_000 });
    expect(await words(page, '#plan')).not.toMatch(/Asking|Getting back in touch|last, friendly word/);
    await press(page, 'Approve', 'Approved.', thanksForTheNo);

    // Thanks, and the ending.
    await goToMorningOf(page, dayOfStory(60));
    expect(await words(page, '#stage')).toMatch(/Closed[\s\S]*They chose someone else this time\./);
    expect(letters()).toHaveLength(4);
    expect(letters().at(-1)?.to).toEqual(['conor.oneill@northwind.test']);
    await page.goto('/');
    expect(await words(page, 'main')).toContain('Platform Engineer');

    expect(faults).toEqual([]);
    await close();
    expect(Date.now() - began).toBeLessThan(STORY_MS);
  },
  2 * STORY_MS,
);
