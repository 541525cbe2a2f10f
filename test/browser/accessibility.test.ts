import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { type Story, startStory } from '../support/story';
import { openPage } from './open-page';

jest.setTimeout(240_000);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = [
  '/',
  '/interviews/new',
  '/interviews/i1',
  '/inbox',
  '/inbox/m1',
  '/mail',
  '/mail/s1',
  '/help',
  '/offers/cand-maya%40candidate.test',
  '/nowhere',
];

let browser: Browser | null = null;
let story: Story;
let base: string;
beforeAll(async () => {
  browser = await startBrowser();
  story = await startStory();
  base = await story.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await browser?.close();
  await story?.app.close();
});

interface Finding {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

async function findings(page: import('playwright-core').Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations)`,
  )) as Finding[];
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 200)}`),
  );
}

const WAYS = [
  ['a phone', { viewport: { width: 390, height: 844 } }],
  ['a desk', { viewport: { width: 1280, height: 900 } }],
  ['a desk in the dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
] as const;

test.each(WAYS)(
  'on %s every page passes axe for WCAG 2.2 AA, obeys its policy and fits its width',
  async (_way, options) => {
    if (!browser) return;
    const { page, faults, close } = await openPage(browser, base, options);
    for (const url of PAGES) {
      await page.goto(url);
      // Folded parts are looked at too.
      await page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`);
      expect({ url, findings: await findings(page) }).toEqual({ url, findings: [] });
      expect({ url, wide: await page.evaluate('document.documentElement.scrollWidth > innerWidth') }).toEqual({
        url,
        wide: false,
      });
    }
    expect(faults).toEqual([]);
    await close();
  },
);

test('the form with its errors passes too, and at 320 pixels nothing is cut off', async () => {
  if (!browser) return;
  const { page, close } = await openPage(browser, base, { viewport: { width: 320, height: 640 } });
  await page.goto('/interviews/new');
  await page.getByRole('button', { name: 'Make the plan' }).last().click();
  await page.getByRole('alert').waitFor();
  expect(await findings(page)).toEqual([]);
  for (const url of PAGES) {
    await page.goto(url);
    expect({ url, wide: await page.evaluate('document.documentElement.scrollWidth > innerWidth') }).toEqual({
      url,
      wide: false,
    });
  }
  await close();
});

test('the skip link comes first and leads to the content; what has the focus is seen', async () => {
  if (!browser) return;
  const { page, close } = await openPage(browser, base);
  await page.goto('/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Skip to the content');
  expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(`document.querySelector('main').contains(document.activeElement)`)).toBe(true);
  await close();
});

test('axe is at work: it finds what is wrong where something is', async () => {
  if (!browser) return;
  const { page, close } = await openPage(browser, base);
  await page.goto('/help');
  await page.evaluate(() => {
    document.querySelector('main')?.append(document.createElement('input'));
  });
  expect((await findings(page)).join()).toContain('label');
  await close();
});
