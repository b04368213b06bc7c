import type { SlaReportConfig } from '../../../src/contract/sla-report';
import type { Host } from '../host';

/**
 * Adds the SLA report to a dashboard and saves its settings, as its owner does with the editor;
 * answers its id.
 */
export async function putReport(
  host: Host,
  ownerId: string,
  { dashboardId, title }: { dashboardId: string; title: string },
  config: SlaReportConfig,
): Promise<string> {
  const added = await host.actAs(ownerId).post(`/rest/api/3/dashboard/${dashboardId}/gadget`, {
    moduleKey: 'sla-report',
    title,
  });
  if (added.status !== 200) throw new Error(JSON.stringify(added.body));
  const { id } = added.body as { id: number };
  host.forge.gadgets.save(dashboardId, String(id), config);
  return String(id);
}
