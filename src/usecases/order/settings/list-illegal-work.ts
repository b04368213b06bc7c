import type { Answer } from '../../../contract/answer';
import type { IllegalWork } from '../../../contract/order-settings';
import { listSuspects, type Suspect } from '../../../core/order/graph/list-suspects';
import type { UserEnv } from '../../env';
import { done } from '../../problem';
import { linkedJql, orderTypes, runningJql } from '../read/order-jql';
import { readWholeOrder, type WholeOrder } from '../read/read-whole-order';
import { readOrderInput } from './order-input';

/** Read while somebody waits: some fifteen reads of Jira with what stands before them. */
const LOOKED_AT = 500;
const NAMED = 100;

const NOTHING: IllegalWork = { total: 0, issues: [], hidden: 0, left: 0 };

/**
 * What runs now although something before it is not done, by these rules, saved or not, as if they
 * had always been on (order semantics D51). Looks at the first 500 issues that run and have a link
 * of the order; by Jira's search, which may be seconds behind. Whoever calls has checked the rights.
 */
export async function listIllegalWork(env: UserEnv, input: unknown): Promise<Answer<IllegalWork>> {
  const read = await readOrderInput(env, input);
  if (!read.ok) return read;
  const { site, rules } = read.value;
  const linked = linkedJql(orderTypes(rules, await env.asApp.listLinkTypes()));
  if (linked === null) return done(NOTHING);
  const departments = await env.settings.listDepartments();
  // As the app: what a blocker's reader may not see holds work back all the same.
  const { ids } = await env.asApp.searchIds(`${runningJql(linked, rules)} ORDER BY key ASC`, null);
  const looked = ids.slice(0, LOOKED_AT);
  const whole = await readWholeOrder(env, looked, { site, rules, departments, blockType: null });
  const suspects = listSuspects(whole.order, env.now()).filter(({ issueId }) =>
    looked.includes(issueId),
  );
  const names = new Map(departments.map(({ projectKey, name }) => [projectKey, name]));
  const isVisible = await visibleOf(env, suspects);
  const shown = suspects.filter(({ issueId }) => isVisible.has(issueId));
  return done({
    total: suspects.length,
    issues: shown.slice(0, NAMED).flatMap((it) => lineOf(it, whole, names, isVisible)),
    hidden: suspects.length - shown.length,
    left: ids.length - looked.length,
  });
}

async function visibleOf(env: UserEnv, suspects: readonly Suspect[]): Promise<ReadonlySet<string>> {
  const ids = suspects.flatMap(({ issueId, step }) => [issueId, ...blockersOf(step)]);
  if (ids.length === 0) return new Set();
  return new Set(await env.asUser.allowedIssues('BROWSE_PROJECTS', [...new Set(ids)]));
}

function blockersOf({ refusal }: Suspect['step']): readonly string[] {
  return refusal?.blockers.map(({ id }) => id) ?? [];
}

function lineOf(
  { issueId, step }: Suspect,
  { issues, order }: WholeOrder,
  names: ReadonlyMap<string, string>,
  isVisible: ReadonlySet<string>,
): IllegalWork['issues'] {
  const issue = issues.get(issueId);
  if (issue === undefined) return [];
  const blockers = blockersOf(step);
  const named = blockers.filter((id) => isVisible.has(id));
  return [
    {
      issueKey: issue.key,
      summary: issue.summary,
      department: names.get(issue.projectKey) ?? issue.projectName,
      waitsFor: named.map((id) => order.graph.issues.get(id)?.key ?? id),
      waitsForHidden: blockers.length - named.length,
    },
  ];
}
