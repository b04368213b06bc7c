import type { Answer } from '../../../contract/answer';
import type { Issue } from '../../../core/issue';
import { buildLinkGraph } from '../../../core/order/graph/build-link-graph';
import type { HandOver, HandOverEnds } from '../../../core/order/hand-over/hand-over';
import { askedHandOvers } from '../../../core/order/hand-over/owed-hand-overs';
import { type Order, openOrder } from '../../../core/order/judge/open-order';
import type { HandOverForm } from '../../../core/order/policy/order-site';
import { HAND_OVER_PERMISSION } from '../../../core/project/may';
import type { UserEnv } from '../../env';
import { done, refuse, textsFor } from '../../problem';
import { HAND_OVER_TEXTS } from '../../texts/hand-over-texts';
import { type OrderSetup, readOrderSetup } from '../read/read-order-site';

/** One hand-over with all that acting on it takes. */
export type FoundHandOver = {
  readonly blocker: Issue;
  readonly successor: Issue;
  readonly ends: HandOverEnds;
  readonly form: HandOverForm;
  /** Null: nothing was given yet. */
  readonly before: HandOver | null;
  readonly order: Order;
  readonly setup: OrderSetup;
};

/**
 * The hand-over between two issues, for somebody who wants to act on it from the one that he looks
 * at and must be able to edit; the other end he need not see. Refused where no link or no form asks
 * for one. One read of Jira as the app, one of rights, one statement of SQL.
 */
export async function findHandOver(
  env: UserEnv,
  issueId: string,
  { blockerId, successorId }: Pick<HandOverEnds, 'blockerId' | 'successorId'>,
): Promise<Answer<FoundHandOver>> {
  const texts = HAND_OVER_TEXTS[env.viewer.locale];
  if ((await env.asUser.findIssue(issueId)) === null) {
    return refuse('notFound', textsFor(env).issueNotFound(issueId));
  }
  const allowed = await env.asUser.allowedIssues(HAND_OVER_PERMISSION, [issueId]);
  if (!allowed.includes(issueId)) return refuse('notAllowed', texts.mayNotEdit);
  const [setup, issues, rows] = await Promise.all([
    readOrderSetup(env),
    // As the app: a department is told what it needs though it may not see the other's board.
    env.asApp.listIssues([blockerId, successorId]),
    env.order.listHandOversOf([issueId]),
  ]);
  const blocker = issues.find(({ id }) => id === blockerId);
  const successor = issues.find(({ id }) => id === successorId);
  const graph = buildLinkGraph(issues, setup.rules);
  const asked = askedHandOvers(graph, setup.rules, setup.site, blockerId).find(
    (each) => each.successorId === successorId,
  );
  if (blocker === undefined || successor === undefined || asked === undefined) {
    return refuse('notFound', texts.noForm);
  }
  const row = rows.find((each) => each.blockerId === blockerId && each.successorId === successorId);
  return done({
    ...{ blocker, successor, setup, form: asked.form, before: row ?? null },
    ends: { blockerId, blockerKey: blocker.key, successorId, successorKey: successor.key },
    order: openOrder(graph, setup.rules),
  });
}
