import { extensionAri } from './forge/install-app';
import type { AppManifest } from './forge/manifest/app-manifest';
import type { HostOptions } from './host';
import type { Jira } from './jira/jira';

/** Fills the empty Jira: an export, the demo company, or what a test builds. */
export async function loadCompany(
  jira: Jira,
  manifest: AppManifest,
  options: HostOptions,
): Promise<void> {
  const { company = 'demo', importFile, say = () => undefined } = options;
  const administerTam = extensionAri(manifest, 'administer-tam');
  if (importFile !== undefined) {
    const { importExport } = await import('./import/import-export');
    await importExport(jira, importFile, { administerTam, say });
  } else if (company === 'demo') {
    const { buildDemoCompany } = await import('./company/demo-company');
    buildDemoCompany(jira, administerTam);
  } else if (company !== 'empty') {
    await company(jira);
  }
}
