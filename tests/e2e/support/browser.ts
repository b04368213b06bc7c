import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type FrameLocator,
  type Page,
} from 'playwright-core';
import type { Host } from '../../host/host';
import { repoRoot } from '../../host/repo-root';
import { COOKIE } from '../../host/server/session';
import { ensureChromium } from '../../host/tools/ensure-chromium';

/** Debian's Chromium without a sandbox of its own (tests run as root) and without calls outside. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export type Look = { locale?: 'en-US' | 'ru-RU'; colorMode?: 'light' | 'dark' };

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(() => undefined), args: FLAGS });
}

/** A browser window of one person; every page in it fails the test on an error of its own. */
export async function sitDown(
  browser: Browser,
  host: Host,
  accountId: string,
  look: Look = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1360, height: 900 },
    timezoneId: 'Europe/Moscow',
    locale: look.locale ?? 'en-US',
  });
  await setCookies(context, host, { actor: accountId, ...look });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

async function setCookies(
  context: BrowserContext,
  host: Host,
  { actor, locale = 'en-US', colorMode = 'light' }: { actor: string } & Look,
): Promise<void> {
  const values = { [COOKIE.actor]: actor, [COOKIE.locale]: locale, [COOKIE.colorMode]: colorMode };
  await context.addCookies(
    Object.entries(values).map(([name, value]) => ({
      name,
      value: encodeURIComponent(value),
      url: host.url,
    })),
  );
}

/** The app's page inside the shell, by the title of its frame. */
export function appFrame(page: Page, title: string): FrameLocator {
  return page.frameLocator(`iframe[title="${title}"]`);
}

/** Everything that a page and its frames complained about; tests expect []. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  return complaints;
}

/** Pictures go where TAM_SCREENSHOTS says (the README's own), else to a folder that git ignores. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env.TAM_SCREENSHOTS ?? path.join(repoRoot(), '.tmp/screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
}
