import { http } from './http';
import type { Dashboard } from './jira-types';

const PAGE = 100;

export async function readDashboards(): Promise<Dashboard[]> {
  const path = `/rest/api/3/dashboard?startAt=0&maxResults=${PAGE}`;
  return (await http.get<{ dashboards: Dashboard[] }>(path)).dashboards;
}
