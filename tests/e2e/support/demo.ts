import type { Browser } from 'playwright-core';
import type { BetaKeys } from '../../host/company/beta-epics';
import { setUpDemo } from '../../host/company/set-up-demo';
import type { Host } from '../../host/host';
import { startHost } from '../../host/start-host';
import { openBrowser } from './browser';

export type Seats = { readonly host: Host; readonly browser: Browser };

/** The keys of BETA's epics in order are those that `npm start` names. */
export type Demo = Seats & { readonly beta: BetaKeys };

/** A Tuesday morning in Moscow, so that numbers and pictures are the same on every day and machine. */
const TUESDAY = new Date('2026-11-24T10:00:00+03:00');

/** The demo company with the app set up as `npm start` leaves it, and a browser to look at it. */
export async function openDemo(): Promise<Demo> {
  const host = await startHost({ company: 'demo', at: TUESDAY });
  try {
    const beta = await setUpDemo(host);
    return { host, browser: await openBrowser(), beta };
  } catch (error) {
    await host.stop();
    throw error;
  }
}

export async function closeDemo({ host, browser }: Seats): Promise<void> {
  await browser.close();
  await host.stop();
}
