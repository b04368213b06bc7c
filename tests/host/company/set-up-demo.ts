import type { Host } from '../host';
import { backfill } from './backfill';
import { addBetaEpics, type BetaKeys } from './beta-epics';
import { people, staffByDepartment } from './people';
import { putReport } from './put-report';
import {
  createClientProject,
  type DemoClientProject,
  registerDepartments,
  savePolicy,
} from './set-up-app';

const BETA: DemoClientProject = {
  key: 'BETA',
  name: 'Online shop',
  client: 'BETA',
  incidentsJql: 'project in (SUP, DUTY) AND Client = "BETA" AND issuetype = Incident',
};

/** The dashboard that the demo company's manager owns. */
const CLIENT_SLA = '10000';

const leadOf = (key: string) => staffByDepartment.get(key)?.lead.accountId ?? null;

/**
 * Does by the app's own resolvers what an administrator and a TAM do on their first day: departments,
 * the contract, one client project with epics in order, its backfill, its report on the dashboard.
 * ACME is left for whoever tries the app.
 */
export async function setUpDemo(host: Host): Promise<BetaKeys> {
  const { admin, tam, manager } = people;
  await registerDepartments(host, admin.accountId, (key) => key !== 'BACKUP', leadOf);
  await savePolicy(host, admin.accountId, 'hosting');
  const id = await createClientProject(host, BETA, tam.accountId, manager.accountId);
  const keys = await addBetaEpics(host, id);
  const place = { dashboardId: CLIENT_SLA, title: 'SLA of BETA' };
  await putReport(host, manager.accountId, place, {
    clientProjectId: id,
    period: 'last90Days',
    timeZone: 'Europe/Moscow',
    targetPercent: 95,
  });
  await backfill(host, admin.accountId, id);
  return keys;
}
