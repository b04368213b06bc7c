import type { ImportedPlaces } from '../../host/import/set-up-import';
import { setUpImport } from '../../host/import/set-up-import';
import { startHost } from '../../host/start-host';
import { openBrowser } from './browser';
import type { Seats } from './demo';

export type Imported = Seats & ImportedPlaces & { readonly lines: readonly string[] };

/** An imported Jira as `npm start -- --import` leaves it; `lines` is what it printed. */
export async function openImported(importFile: string): Promise<Imported> {
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const host = await startHost({ importFile, say });
  try {
    const places = await setUpImport(host, say);
    return { host, browser: await openBrowser(), lines, ...places };
  } catch (error) {
    await host.stop();
    throw error;
  }
}
