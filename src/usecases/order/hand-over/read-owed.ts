import type { Status } from '../../../core/issue';
import { handOverRefusal } from '../../../core/order/hand-over/hand-over-text';
import {
  askedHandOvers,
  type OwedHandOver,
  owedByRows,
  owedHandOvers,
} from '../../../core/order/hand-over/owed-hand-overs';
import type { Mover } from '../../../core/order/judge/judgement';
import { openOrder } from '../../../core/order/judge/open-order';
import type { Env } from '../../env';
import type { Around } from '../read/read-around';
import type { OrderSetup } from '../read/read-order-site';

/**
 * What this issue still has to hand over before it may be done. No read where no form asks for
 * anything; one of KVS where one does and everything is given; one statement of SQL more before it
 * is refused, so that a hint that is behind refuses nothing.
 */
export async function readOwed(
  env: Env,
  { issue, graph }: Pick<Around, 'issue' | 'graph'>,
  { site, rules }: OrderSetup,
): Promise<readonly OwedHandOver[]> {
  const asked = askedHandOvers(graph, rules, site, issue.id);
  const { isLive } = openOrder(graph, rules);
  if (owedHandOvers(asked, isLive, () => []).length === 0) return [];
  const { given } = await env.order.findHandOverHint(issue.id);
  const hinted = owedHandOvers(asked, isLive, (successorId) => given[successorId] ?? []);
  if (hinted.length === 0) return [];
  return owedByRows(asked, isLive, await env.order.listHandOversOf([issue.id]));
}

/**
 * The same for a move that a rule judges, into this status: whoever no gate stops owes nothing, nor
 * does who cancels. A resolution that is only chosen on the way is not known here.
 */
export async function readOwedBy(
  env: Env,
  { issue, graph }: Pick<Around, 'issue' | 'graph'>,
  to: Status,
  setup: OrderSetup,
  mover: Mover,
): Promise<readonly OwedHandOver[]> {
  const { freeAccountIds, portal } = setup.rules;
  if (mover.kind === 'account' && freeAccountIds.includes(mover.accountId)) return [];
  if (mover.kind === 'portal' && portal === 'allow') return [];
  const issues = new Map(graph.issues).set(issue.id, { ...issue, status: to });
  return readOwed(env, { issue, graph: { ...graph, issues } }, setup);
}

/** The refusal, in the site's language; it names departments and fields, no other issue. */
export async function sayOwed(
  env: Env,
  issueKey: string,
  owed: readonly OwedHandOver[],
  { departments }: Pick<OrderSetup, 'departments'>,
): Promise<string> {
  const named = owed.map(({ projectKey, lacks, isReturned }) => ({
    department: departments.find((each) => each.projectKey === projectKey)?.name ?? projectKey,
    ...{ lacks, isReturned },
  }));
  return handOverRefusal(issueKey, named, await env.settings.findLanguage());
}
