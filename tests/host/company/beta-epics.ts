import type { Host } from '../host';
import { CLIENT_FIELD } from '../jira/state/defaults';
import { asker } from './ask';
import { client, issueType } from './catalogue';
import { people, staffByDepartment } from './people';

type BetaEpic = {
  readonly projectKey: string;
  readonly summary: string;
  readonly dueInDays: number;
  readonly isStarted: boolean;
};

const DAY = 24 * 3_600_000;

const loadBalancer: BetaEpic = {
  projectKey: 'NET',
  summary: 'BETA online shop: load balancer',
  dueInDays: 4,
  isStarted: true,
};
const machines: BetaEpic = {
  projectKey: 'VIRT',
  summary: 'BETA online shop: virtual machines',
  dueInDays: 8,
  isStarted: false,
};
const staging: BetaEpic = {
  projectKey: 'VIRT',
  summary: 'BETA online shop: staging machines',
  dueInDays: 2,
  isStarted: true,
};
const database: BetaEpic = {
  projectKey: 'DBA',
  summary: 'BETA online shop: MySQL cluster',
  dueInDays: 12,
  isStarted: false,
};

/** Who waits for whom: the successor first. */
const ORDER = [
  [machines, loadBalancer],
  [database, machines],
] as const;

/** The keys that the things to try name. */
export type BetaKeys = { readonly waiting: string; readonly blocker: string };

/**
 * What BETA's TAM did so far: four epics in three departments, linked to the client project and set
 * in order on the panel. Epics that run were started before there was anything to wait for.
 */
export async function addBetaEpics(host: Host, clientProjectId: string): Promise<BetaKeys> {
  const made = new Map<BetaEpic, { id: string; key: string }>();
  for (const epic of [loadBalancer, machines, staging, database]) {
    const issue = await createEpic(host, epic);
    made.set(epic, issue);
    await panelOf(host, issue.key)('linkEpic', { clientProjectId, issueKey: issue.key });
  }
  const at = (epic: BetaEpic) => made.get(epic) ?? { id: '', key: '' };
  for (const [successor, blocker] of ORDER) {
    const order = { successorId: at(successor).id, blockerId: at(blocker).id };
    await panelOf(host, at(successor).key)('setOrder', order);
  }
  return { waiting: at(machines).key, blocker: at(loadBalancer).key };
}

const panelOf = (host: Host, issueKey: string) =>
  asker(host, 'tam-panel', { as: people.tam.accountId, issueKey });

/** Creates the epic over REST, and starts it if it runs, as the TAM would in Jira. */
async function createEpic(host: Host, epic: BetaEpic): Promise<{ id: string; key: string }> {
  const rest = host.actAs(people.tam.accountId);
  const engineer = staffByDepartment.get(epic.projectKey)?.engineers[0];
  const created = await rest.post('/rest/api/3/issue', {
    fields: {
      project: { key: epic.projectKey },
      issuetype: { id: issueType.epic },
      summary: epic.summary,
      duedate: new Date(host.clock.now() + epic.dueInDays * DAY).toISOString().slice(0, 10),
      assignee: { accountId: engineer?.accountId },
      [CLIENT_FIELD]: { id: client.beta.id },
    },
  });
  if (created.status !== 201) throw new Error(`${epic.summary}: ${JSON.stringify(created.body)}`);
  const issue = created.body as { id: string; key: string };
  if (!epic.isStarted) return issue;
  const path = `/rest/api/3/issue/${issue.key}/transitions`;
  const { transitions } = (await rest.get(path)).body as {
    transitions: { id: string; to: { name: string } }[];
  };
  const start = transitions.find(({ to }) => to.name === 'In Progress');
  const moved = await rest.post(path, { transition: { id: start?.id } });
  if (moved.status !== 204) throw new Error(`${issue.key}: ${JSON.stringify(moved.body)}`);
  return issue;
}
