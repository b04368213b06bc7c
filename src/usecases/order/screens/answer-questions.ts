import type { Answer } from '../../../contract/answer';
import type { OrderQuestionsView } from '../../../contract/order-acts';
import { buildLinkGraph } from '../../../core/order/graph/build-link-graph';
import { rootBlockers } from '../../../core/order/graph/chains';
import { type OrderGraph, orderGraphOf } from '../../../core/order/graph/order-graph';
import { whatIfDone } from '../../../core/order/graph/what-if-done';
import { packWork } from '../../../core/order/graph/work-graph';
import { openOrder } from '../../../core/order/judge/open-order';
import { isoOf } from '../../../core/time';
import type { UserEnv } from '../../env';
import { done, refuse, textsFor } from '../../problem';
import { type OrderSetup, readOrderSetup } from '../read/read-order-site';
import { readWholeOrder } from '../read/read-whole-order';
import { issueNames, type Shown } from './start-view';

/** What stands further away is found by nobody who looks at one issue. */
const MOST_STEPS = 8;
const MOST_ISSUES = 300;

/**
 * Where the waiting of an issue begins, and what becomes ready when it is done. Reads on along the
 * open blockers as the app, a read of Jira a step, then everything found once more with what stands
 * around it, and what is named as the viewer; three SQL statements. Asked for only when somebody
 * unfolds it.
 */
export async function answerQuestions(
  env: UserEnv,
  issueId: string,
): Promise<Answer<OrderQuestionsView>> {
  if ((await env.asUser.findIssue(issueId)) === null) {
    return refuse('notFound', textsFor(env).issueNotFound(issueId));
  }
  const setup = await readOrderSetup(env);
  const { ids, isCut } = await findWay(env, issueId, setup);
  const { order } = await readWholeOrder(env, ids, setup);
  const graph = orderGraphOf(order, env.now());
  const roots = rootBlockers(packWork(order), issueId);
  const then = whatIfDone(order, issueId, graph.now);
  const later = then.readyLater.map(({ id }) => id);
  const shown = await readShown(env, graph, [...roots, ...then.ready, ...later], setup);
  return done({
    roots: issueNames(env, roots, shown),
    ready: issueNames(env, then.ready, shown),
    later: then.readyLater.map(({ id, at }) => ({
      issues: issueNames(env, [id], shown),
      at: isoOf(at),
    })),
    isCut,
  });
}

/** The issue, everything open before it, and whoever waits for it. */
async function findWay(
  env: UserEnv,
  issueId: string,
  { rules }: OrderSetup,
): Promise<{ readonly ids: readonly string[]; readonly isCut: boolean }> {
  const ids = new Set([issueId]);
  let next: readonly string[] = [issueId];
  for (let step = 0; next.length > 0; step += 1) {
    if (step >= MOST_STEPS || ids.size >= MOST_ISSUES) return { ids: [...ids], isCut: true };
    const read = await env.asApp.listIssues(next);
    const order = openOrder(buildLinkGraph(read, rules), rules);
    const before = next.flatMap((id) => order.waitsOf(id).map(({ blockerId }) => blockerId));
    const behind = step === 0 ? order.waitersOf(issueId) : [];
    next = [...new Set([...before, ...behind])].filter((id) => !ids.has(id) && order.isLive(id));
    for (const id of next) ids.add(id);
  }
  return { ids: [...ids], isCut: false };
}

async function readShown(
  env: UserEnv,
  graph: OrderGraph,
  ids: readonly string[],
  { departments }: OrderSetup,
): Promise<Shown> {
  const seen = new Map((await env.asUser.listIssues(ids)).map((issue) => [issue.id, issue]));
  return {
    graph,
    viewer: { accountId: env.viewer.accountId, mayKnow: (id) => seen.has(id) },
    departments,
    issueOf: (id) => seen.get(id),
    nameOf: () => null,
  };
}
