import type { SlaReport } from '../../../src/contract/sla-report';
import type { BackfillView } from '../../../src/contract/tam-settings';
import type { Policy } from '../../../src/core/sla/policy/policy';
import { asker } from '../company/ask';
import { backfill } from '../company/backfill';
import { people } from '../company/people';
import { putReport } from '../company/put-report';
import { createClientProject, exampleText, registerDepartments } from '../company/set-up-app';
import type { Host } from '../host';
import { importedPolicy } from './imported-policy';
import { spanOf } from './span-of-changes';

type Say = (line: string) => void;

/** Where the imported issues can be looked at. */
export type ImportedPlaces = { readonly dashboardId: string; readonly newestIssueKey: string };

/**
 * Does by the app's own resolvers what an administrator and a TAM would do for the imported issues:
 * every project becomes a department, a contract over the imported priorities, one client project
 * over all issues, its backfill, and the report on a dashboard of its own.
 */
export async function setUpImport(host: Host, say: Say): Promise<ImportedPlaces> {
  const { accountId } = people.admin;
  await registerDepartments(host, accountId, () => true);
  await saveImportedPolicy(host, accountId);
  const clientProjectId = await createClientProject(
    host,
    { key: 'IMPORTED', name: 'All imported issues', client: 'Imported', incidentsJql: jql(host) },
    accountId,
    accountId,
  );
  say('judging the imported issues');
  const end = await backfill(host, accountId, clientProjectId, sayChanges(say));
  for (const { issueKey, why } of end.skipped) say(`  left out: ${issueKey} ${why}`);
  const dashboardId = await createDashboard(host, accountId);
  await putTellingReport(host, accountId, dashboardId, clientProjectId, say);
  return { dashboardId, newestIssueKey: newestIssueKey(host) };
}

async function saveImportedPolicy(host: Host, adminId: string): Promise<void> {
  const { priorities } = host.jira.state;
  const first = spanOf(host.jira.state)?.first ?? host.clock.now();
  const policy = importedPolicy(
    JSON.parse(exampleText('hosting')) as Policy,
    priorities.map(({ name }) => name),
    new Date(first).toISOString(),
  );
  const text = JSON.stringify(policy, null, 2);
  await asker(host, 'tam-settings', { as: adminId })('savePolicy', { text });
}

/** All projects by name: an app's JQL must be bounded. */
function jql(host: Host): string {
  const keys = [...host.jira.state.projects.values()].map(({ key }) => `"${key}"`);
  return `project in (${keys.join(', ')})`;
}

/** How far it is, only when that has changed. */
function sayChanges(say: Say): (backfill: BackfillView) => void {
  let said = '';
  return (backfill) => {
    const line = progressOf(backfill);
    if (line !== said) say(line);
    said = line;
  };
}

const progressOf = ({ done, total }: BackfillView): string =>
  `  ${done} of ${total ?? '?'} issues judged`;

async function createDashboard(host: Host, ownerId: string): Promise<string> {
  const { status, body } = await host.actAs(ownerId).post('/rest/api/3/dashboard', {
    name: 'Imported',
    description: 'Service levels of the imported issues',
    sharePermissions: [],
    editPermissions: [],
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return (body as { id: string }).id;
}

const PERIODS = ['last30Days', 'last90Days', 'thisYear', 'lastYear'] as const;

/** Puts the report on the dashboard with the nearest period in which both clocks were decided. */
async function putTellingReport(
  host: Host,
  as: string,
  dashboardId: string,
  clientProjectId: string,
  say: Say,
): Promise<void> {
  const { timeZone } = host.jira.state;
  const config = { clientProjectId, timeZone, period: PERIODS[0], targetPercent: 95 } as const;
  const gadgetId = await putReport(host, as, { dashboardId, title: 'SLA report' }, config);
  const load = asker(host, 'sla-report', { as, dashboardId, gadgetId, entryPoint: 'view' });
  const reports: SlaReport[] = [];
  for (const period of PERIODS) {
    host.forge.gadgets.save(dashboardId, gadgetId, { ...config, period });
    reports.push(await load<SlaReport>('load', {}));
  }
  const telling = reports.find(tellsOfBothClocks) ?? reports.at(-1);
  if (telling === undefined) return;
  host.forge.gadgets.save(dashboardId, gadgetId, { ...config, period: telling.period.name });
  say(`  report from ${telling.period.from.slice(0, 10)}: ${told(telling)}`);
}

const tellsOfBothClocks = ({ response, resolution }: SlaReport): boolean =>
  [response, resolution].every(({ met, breached }) => met + breached > 0);

const told = ({ response, resolution }: SlaReport): string =>
  [
    `response met ${response.met}, breached ${response.breached}`,
    `resolution met ${resolution.met}, breached ${resolution.breached}`,
  ].join('; ');

function newestIssueKey(host: Host): string {
  const all = [...host.jira.state.issues.values()];
  return all.reduce((a, b) => (b.created > a.created ? b : a)).key;
}
