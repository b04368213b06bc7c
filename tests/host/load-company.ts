import type { HostOptions } from './host';
import type { Jira } from './jira/jira';

/** Fills the empty Jira: an export, the demo company, or what a test builds. */
export async function loadCompany(jira: Jira, options: HostOptions): Promise<void> {
  const { company = 'demo', importFile } = options;
  if (importFile !== undefined) {
    const { importExport } = await import('./import/import-export');
    await importExport(jira, importFile, options.say);
  } else if (company === 'demo') {
    const { buildDemoCompany } = await import('./company/build-demo-company');
    await buildDemoCompany(jira);
  } else if (company !== 'empty') {
    await company(jira);
  }
}
