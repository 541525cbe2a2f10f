import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { PAYLOADS } from '../support/payloads';
import { putIntoAll, type Story, startStory } from '../support/story';
import { openPage } from './open-page';

jest.setTimeout(180_000);

let browser: Browser | null = null;
let story: Story;
let base: string;
beforeAll(async () => {
  browser = await startBrowser();
});
beforeEach(async () => {
  story = await startStory();
  base = await story.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => story.app.close());
afterAll(() => browser?.close());

/** Goes on with Tab until the field has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

test('the intake can be filled in and sent with the keyboard alone', async () => {
  if (!browser) return;
  story.service.kept.clear();
  const { page, faults, close } = await openPage(browser, base);
  await page.goto('/interviews/new');
  const type = async (name: string, text: string) => {
    await tabTo(page, `[name="${name}"]`);
    await page.keyboard.type(text);
  };
  await type('candidate.name', 'Maya Lindqvist');
  await type('candidate.email', 'maya@candidate.test');
  await type('candidate.country', 'Swed');
  expect(await page.inputValue('[name="candidate.timeZone"]')).toBe('Europe/Stockholm');
  await type('role', 'Platform Engineer');
  await type('organisation.name', 'Northwind Grid');
  await type('organisation.country', 'Irel');
  // As a browser set to American English takes them.
  await type('interview.date', '12012026');
  await type('interview.endTime', '1130AM');
  await type('contacts.0.givenName', 'Aoife');
  await type('contacts.0.familyName', 'Byrne');
  await tabTo(page, 'button.primary[value="submit"]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/interviews\/i\d+\?done=started/);
  expect(await page.textContent('.flash')).toContain('All set.');
  expect(await page.textContent('h1')).toBe('Platform Engineer');
  expect([...story.service.kept.values()][0]?.detail.intake.interview.endsAt).toBe('2026-12-01T11:30:00.000Z');
  expect(faults).toEqual([]);
  await close();
});

test('errors lead to their fields, and the field is where the keyboard is', async () => {
  if (!browser) return;
  const { page, close } = await openPage(browser, base);
  await page.goto('/interviews/new');
  await page.getByRole('button', { name: 'Make the plan' }).last().click();
  await page.getByRole('alert').waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('error-summary');
  await page.getByRole('link', { name: 'Role is needed.' }).click();
  expect(await page.evaluate('document.activeElement.name')).toBe('role');
  await close();
});

test('the draft is kept while it is typed', async () => {
  if (!browser) return;
  const { page, close } = await openPage(browser, base);
  await page.goto('/interviews/new');
  await page.fill('[name="role"]', 'Night-shift Engineer');
  await page.getByText('Kept as a draft.').waitFor();
  await page.goto('/');
  await page.goto('/interviews/new');
  expect(await page.inputValue('[name="role"]')).toBe('Night-shift Engineer');
  await close();
});

test('without JavaScript everything works: intake, errors, another person, approve, report, the clock', async () => {
  if (!browser) return;
  const { page, faults, close } = await openPage(browser, base, { javaScriptEnabled: false });
  await page.goto('/interviews/new');
  await page.fill('[name="role"]', 'Platform Engineer');
  await page.fill('[name="organisation.name"]', 'Northwind Grid');
  await page.getByRole('button', { name: 'Add another person' }).click();
  await page.fill('[name="contacts.1.givenName"]', 'Conor');
  await page.check('[name="contacts.1.roles.hr"]');
  await page.getByRole('button', { name: 'Make the plan' }).last().click();
  expect(await page.getByRole('alert').textContent()).toContain('need another look');
  expect(await page.inputValue('[name="contacts.1.givenName"]')).toBe('Conor');
  await page.selectOption('[name="organisation.country"]', { label: 'Ireland' });
  await page.fill('[name="interview.date"]', '2026-12-01');
  await page.fill('[name="interview.endTime"]', '11:30');
  await page.fill('[name="contacts.0.givenName"]', 'Aoife');
  await page.fill('[name="contacts.0.email"]', 'aoife@northwind.test');
  await page.getByRole('button', { name: 'Make the plan' }).last().click();
  expect(page.url()).toContain('/interviews/i2?done=started');

  await page.getByRole('button', { name: 'Approve' }).first().click();
  expect(await page.textContent('.flash')).toContain('Approved.');
  await page.getByRole('button', { name: '+1 day' }).click();
  expect(await page.textContent('.flash')).toContain('The clock was moved.');
  await page.getByText('I heard from them', { exact: true }).click();
  await page.locator('#event-feedback_received select[name="outcome"]').selectOption('rejected');
  await page.getByRole('button', { name: 'Note the answer' }).click();
  expect(await page.textContent('#stage')).toContain('They chose someone else this time.');
  await page.goto('/inbox/m1');
  await page.getByRole('button', { name: 'Still deciding' }).click();
  expect(await page.textContent('.flash')).toContain('you can undo it for a day');
  await page.getByRole('button', { name: 'Stop everything' }).click();
  expect(await page.textContent('.banners')).toContain('Everything is stopped.');
  expect(faults).toEqual([]);
  await close();
});

describe('the inbox', () => {
  test('one key answers, another one undoes; switched off they do nothing', async () => {
    if (!browser) return;
    const { page, close } = await openPage(browser, base);
    await page.goto('/inbox/m1');
    await page.getByRole('button', { name: 'Keys: on' }).click();
    await page.keyboard.press('4');
    expect(story.service.calls).toEqual([]);
    await page.getByRole('button', { name: 'Keys: off' }).click();
    await page.fill('#date-promisedDate', '2026-12-18');
    await page.locator('#date-promisedDate').press('4');
    expect(story.service.calls).toEqual([]);
    // A ticked box keeps the focus, and takes no letters.
    await page.locator('#confirm-promisedDate').check();
    await page.locator('#confirm-promisedDate').press('4');
    await page.waitForURL(/done=decided/);
    expect(story.service.calls[0]?.args[1]).toHaveProperty('promisedDate');
    expect(story.service.calls[0]?.args[1]).toMatchObject({ kind: 'holding', interviewId: 'i1' });
    await page.keyboard.press('u');
    await page.waitForURL(/done=undone/);
    await close();
  });

  test('a mail is dropped onto it, or pasted', async () => {
    if (!browser) return;
    const { page, close } = await openPage(browser, base);
    await page.goto('/inbox');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['From: a@b.test\r\nSubject: Dropped\r\n\r\nHi'], 'a.eml'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await page.waitForURL(/\/inbox\/m2\?done=stored/);
    expect(await page.textContent('h1')).toBe('Dropped');
    await page.goto('/inbox');
    await page.getByText('Paste it instead').click();
    await page.fill('#mail-source', 'From: c@d.test\nSubject: Pasted\n\nHi');
    await page.getByRole('button', { name: 'Hand it in' }).click();
    await page.waitForURL(/\/inbox\/m3\?done=stored/);
    await close();
  });
});

test('a page looks again by itself, but not while somebody types in it', async () => {
  if (!browser) return;
  const { page, close } = await openPage(browser, base);
  await page.clock.install();
  await page.goto('/interviews/i1');
  await page.locator('#edit-msg2 summary').click();
  await page.locator('#edit-msg2 textarea').fill('My own words');
  await story.service.approve('i1', 'msg1');
  story.service.kept
    .get('i1')
    ?.timeline.push({ at: '2026-12-01T13:00:00Z', type: 'x', text: 'Something new happened.', rules: [] });
  await page.clock.fastForward(11_000);
  await page.getByText('Something new happened.').waitFor();
  expect(await page.inputValue('#edit-msg2 textarea')).toBe('My own words');
  expect(await page.textContent('#message-msg1')).toContain('Waits for you');
  await close();
});

test('a part of the page that comes or goes does so by itself too', async () => {
  if (!browser) return;
  const kept = story.service.kept.get('i1');
  const drafts = kept?.messages.splice(0) ?? [];
  const { page, close } = await openPage(browser, base);
  await page.clock.install();
  await page.goto('/interviews/i1');
  expect(await page.locator('#drafts').count()).toBe(0);
  kept?.messages.push(...drafts);
  await page.clock.fastForward(11_000);
  await page.locator('#stage + #drafts').getByRole('button', { name: 'Approve' }).first().waitFor();
  kept?.messages.splice(0);
  await page.clock.fastForward(11_000);
  await page.locator('#drafts').waitFor({ state: 'detached' });
  await close();
});

test('a form cannot be sent twice, and says that it is busy', async () => {
  if (!browser) return;
  const { page, close } = await openPage(browser, base);
  const approve = story.service.approve.bind(story.service);
  story.service.approve = async (id, messageId) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    return approve(id, messageId);
  };
  await page.goto('/interviews/i1');
  const words = await page.evaluate(() => {
    const button = document.querySelector<HTMLButtonElement>('#message-msg1 button');
    button?.click();
    button?.click();
    return [button?.textContent, document.getElementById('live-region')?.textContent];
  });
  expect(words).toEqual(['Approving…', 'Approving…']);
  await page.waitForURL(/done=approved/);
  expect(story.service.calls.filter(({ name }) => name === 'approve')).toHaveLength(1);
  await close();
});

test('no text, wherever it comes from, runs as a script or asks anybody else (R12)', async () => {
  if (!browser) return;
  const { page, faults, close } = await openPage(browser, base);
  for (const payload of PAYLOADS) {
    await putIntoAll(story.service, payload);
    for (const url of ['/', '/interviews/i1', '/inbox', '/inbox/m1']) {
      await page.goto(url);
      expect(await page.evaluate('window.pwned')).toBeUndefined();
    }
  }
  expect(page.url()).toContain(base);
  expect(faults).toEqual([]);
  await close();
});
