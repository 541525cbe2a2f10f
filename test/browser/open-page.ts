import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page that notes whatever the policy of the page blocked, whoever else was asked, and what went wrong in a script. */
export interface WatchedPage {
  page: Page;
  faults: string[];
  close(): Promise<void>;
}

export async function openPage(
  browser: Browser,
  base: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    baseURL: base,
    locale: 'en-IE',
    timezoneId: 'Europe/Stockholm',
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to|Mixed Content/i.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(base)) faults.push(`foreign request: ${request.url()}`);
  });
  return { page, faults, close: () => context.close() };
}
