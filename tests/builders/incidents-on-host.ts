import { issueType, priority } from '../host/company/catalogue';
import { people, staffByDepartment } from '../host/company/people';
import type { Host } from '../host/host';
import { CLIENT_FIELD } from '../host/jira/state/defaults';

/** Monday 2026-11-23, 12:00 in Moscow. */
export const MONDAY_NOON = new Date('2026-11-23T09:00:00Z');

const MINUTE = 60_000;

/** Whoever answers incidents: the lead of Support. */
export const engineer = staffByDepartment.get('SUP')?.lead ?? people.netLead;

/** Settles, and again after the second look that a new issue gets when search has caught up. */
export async function settleAll(host: Host): Promise<void> {
  await host.settle();
  while (host.forge.jobs().length > 0) {
    host.clock.moveBy(MINUTE);
    await host.settle();
  }
}

export type Made = { readonly id: string; readonly key: string };

/** An incident of BETA with P1, unless it is said otherwise, as its client reports it. */
export async function newIncident(
  host: Host,
  { client = 'BETA', level = priority.P1 }: { client?: string; level?: string } = {},
): Promise<Made> {
  const fields = {
    ...{ project: { key: 'SUP' }, issuetype: { id: issueType.incident } },
    ...{ summary: 'The shop answers 502', priority: { id: level } },
    [CLIENT_FIELD]: { value: client },
  };
  const rest = host.actAs(people.betaClient.accountId);
  const { status, body } = await rest.post('/rest/api/3/issue', { fields });
  if (status !== 201) throw new Error(`not created: ${status} ${JSON.stringify(body)}`);
  return body as Made;
}
