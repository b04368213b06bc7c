import type { AppModule } from '../../lib/host-types';
import { http } from '../../lib/http';
import type { Dashboard, Gadget } from '../../lib/jira-types';

export type DashboardData = { dashboard: Dashboard; gadgets: Gadget[]; modules: AppModule[] };

export async function readDashboard(dashboardId: string): Promise<DashboardData> {
  const path = `/rest/api/3/dashboard/${dashboardId}`;
  const [dashboard, shown, modules] = await Promise.all([
    http.get<Dashboard>(path),
    http.get<{ gadgets: Gadget[] }>(`${path}/gadget`),
    http.get<AppModule[]>('/host/modules?at=dashboard'),
  ]);
  return { dashboard, gadgets: shown.gadgets, modules };
}

export type Place = { column: number; row: number };

/** Jira's own contract names these two keys by their descriptions; both spellings are met. */
export function placeOf({ position }: Gadget): Place {
  return {
    column: position.column ?? position['The column position of the gadget.'] ?? 0,
    row: position.row ?? position['The row position of the gadget.'] ?? 0,
  };
}

/** Forge gadgets carry an ARI as their module key; its last part is the manifest's key. */
export function moduleOf(gadget: Gadget, modules: AppModule[]): AppModule | undefined {
  const last = gadget.moduleKey?.split('/').at(-1);
  return modules.find((one) => one.key === last);
}

export async function addGadget(
  dashboardId: string,
  module: AppModule,
  row: number,
): Promise<Gadget> {
  return http.post<Gadget>(`/rest/api/3/dashboard/${dashboardId}/gadget`, {
    moduleKey: module.key,
    title: module.title,
    position: { row, column: 0 },
  });
}

export async function removeGadget(dashboardId: string, gadget: Gadget): Promise<void> {
  await http.delete(`/rest/api/3/dashboard/${dashboardId}/gadget/${gadget.id}`);
}

export async function moveGadget(
  dashboardId: string,
  gadget: Gadget,
  column: number,
): Promise<void> {
  await http.put(`/rest/api/3/dashboard/${dashboardId}/gadget/${gadget.id}`, {
    position: { row: 0, column },
  });
}

export async function readConfig(dashboardId: string, gadgetId: string): Promise<unknown> {
  return http.get<unknown>(`/host/gadgets/${dashboardId}/${gadgetId}/config`);
}

export async function saveConfig(
  dashboardId: string,
  gadgetId: string,
  config: unknown,
): Promise<void> {
  await http.put(`/host/gadgets/${dashboardId}/${gadgetId}/config`, config);
}
