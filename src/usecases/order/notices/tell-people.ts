import { createHash } from 'node:crypto';
import type { Issue } from '../../../core/issue';
import { buildLinkGraph } from '../../../core/order/graph/build-link-graph';
import { criticalPath } from '../../../core/order/graph/critical-path';
import { packWork } from '../../../core/order/graph/work-graph';
import { openOrder } from '../../../core/order/judge/open-order';
import type { Env } from '../../env';
import { sendNotices } from '../../send-notices';
import type { Seen } from '../follow/see-issue';
import { findLead } from '../read/find-lead';
import type { OrderSetup } from '../read/read-order-site';

/** Something that people are to hear about an issue. */
export type Telling = {
  /** The same id, the same news: nobody hears it twice. */
  readonly id: string;
  readonly line: string;
  /** Does the TAM hear it always, or only of issues on which the end of everything depends? */
  readonly withTam: 'always' | 'ifCritical';
};

/** Whom it is about: who hears it follows from that. */
export type About = {
  readonly around: Pick<Seen['around'], 'issue'>;
  readonly state: Pick<Seen['state'], 'issueId' | 'clientProjectId'>;
};

/**
 * Tells the assignee, else who leads its component, its department or its Jira project, and the
 * TAM. By mail through Jira, which sends nothing to people who may not see the issue; above five
 * mails an hour a person gets a list. Reads of Jira: see `findFirst`.
 */
export async function tellPeople(
  env: Env,
  seen: About,
  setup: OrderSetup,
  { id, line, withTam }: Telling,
): Promise<void> {
  const { issue } = seen.around;
  const people = new Set<string>();
  const first = await findFirst(env, issue, setup);
  if (first !== null) people.add(first);
  const tam = await findTam(env, seen, setup, withTam);
  if (tam !== null) people.add(tam);
  await tellAccounts(env, issue.id, [...people], { id, line });
}

/**
 * Reads of Jira: none where somebody has the issue; else one a component, three at most, and one where
 * neither they nor its department have a lead.
 */
async function findFirst(env: Env, issue: Issue, setup: OrderSetup): Promise<string | null> {
  if (issue.assignee !== null) return issue.assignee.accountId;
  const ofComponent = await env.asApp.findComponentLead(issue.componentIds ?? []);
  return ofComponent ?? (await findLead(env, issue, setup));
}

/** Tells these people, each of them once; nothing is read or written where there is nobody. */
export async function tellAccounts(
  env: Env,
  issueId: string,
  accountIds: readonly string[],
  { id, line }: Pick<Telling, 'id' | 'line'>,
): Promise<void> {
  if (accountIds.length === 0) return;
  await env.warnings.addNotices(
    accountIds.map((accountId) => ({
      ...{ id: noticeId(id, accountId), accountId, issueId, line },
      ...{ state: 'held', mail: null, at: env.now(), tries: 0 },
    })),
  );
  await sendNotices(env, 'single');
}

async function findTam(
  env: Env,
  { state }: About,
  setup: OrderSetup,
  when: Telling['withTam'],
): Promise<string | null> {
  if (state.clientProjectId === null) return null;
  if (when === 'ifCritical' && !(await isCritical(env, state, setup))) return null;
  return (await env.projects.findProject(state.clientProjectId))?.tamAccountId ?? null;
}

/** On a longest chain of its client project's open epics, each counted as one. One read of Jira. */
async function isCritical(
  env: Env,
  { issueId, clientProjectId }: About['state'],
  { rules }: OrderSetup,
): Promise<boolean> {
  const epics = await env.projects.listEpics(clientProjectId ?? '');
  if (!epics.some((epic) => epic.issueId === issueId)) return false;
  const issues = await env.asApp.listIssues(epics.map((epic) => epic.issueId));
  const work = packWork(openOrder(buildLinkGraph(issues, rules), rules));
  return criticalPath(work, { remainingOf: () => 1 }).critical.includes(issueId);
}

function noticeId(id: string, accountId: string): string {
  return createHash('sha256').update(`order ${id} ${accountId}`).digest('hex').slice(0, 36);
}
