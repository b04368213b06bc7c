import path from 'node:path';
import { extensionAri } from './forge/install-app';
import type { AppManifest } from './forge/manifest/app-manifest';
import type { HostOptions } from './host';
import { spanOf } from './import/span-of-changes';
import type { Jira } from './jira/jira';
import { repoRoot } from './repo-root';

/** Git ignores this folder. */
const NOTES_FILE = path.join(repoRoot(), '.tmp/import-notes.txt');

/** Fills the empty Jira: an export, the demo company, or what a test builds. */
export async function loadCompany(
  jira: Jira,
  manifest: AppManifest,
  options: HostOptions,
): Promise<void> {
  const { company = 'demo', importFile, at, say = () => undefined } = options;
  const administerTam = extensionAri(manifest, 'administer-tam');
  if (importFile !== undefined) {
    const { importExport } = await import('./import/import-export');
    await importExport(jira, importFile, { administerTam, say, notesFile: NOTES_FILE });
    if (at === undefined) moveClockBehind(jira, say);
  } else if (company === 'demo') {
    const { buildDemoCompany } = await import('./company/demo-company');
    buildDemoCompany(jira, administerTam);
  } else if (company !== 'empty') {
    await company(jira);
  }
}

/** An export tells of the past: by today's clock every open issue of it would be years late. */
function moveClockBehind({ state, clock }: Jira, say: (line: string) => void): void {
  const last = spanOf(state)?.last;
  if (last === undefined || last >= clock.now()) return;
  clock.moveTo(last + 60_000);
  const moment = new Date(last + 60_000).toISOString();
  say(`The clock stands at ${moment}, just after the newest change; --at sets another time.`);
}
