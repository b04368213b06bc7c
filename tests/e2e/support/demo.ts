import type { Browser } from 'playwright-core';
import { setUpDemo } from '../../host/company/set-up-demo';
import type { Host } from '../../host/host';
import { startHost } from '../../host/start-host';
import { openBrowser } from './browser';

export type Demo = { readonly host: Host; readonly browser: Browser };

/** A Tuesday morning in Moscow, so that numbers and pictures are the same on every day and machine. */
const TUESDAY = new Date('2026-11-24T10:00:00+03:00');

/** The demo company with the app set up as `npm start` leaves it, and a browser to look at it. */
export async function openDemo(): Promise<Demo> {
  const host = await startHost({ company: 'demo', at: TUESDAY });
  try {
    await setUpDemo(host);
    return { host, browser: await openBrowser() };
  } catch (error) {
    await host.stop();
    throw error;
  }
}

export async function closeDemo({ host, browser }: Demo): Promise<void> {
  await browser.close();
  await host.stop();
}
