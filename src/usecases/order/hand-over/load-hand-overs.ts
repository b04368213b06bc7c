import type { HandOversView, HandOverView } from '../../../contract/hand-over';
import type { Issue } from '../../../core/issue';
import { buildLinkGraph } from '../../../core/order/graph/build-link-graph';
import {
  filledKeysOf,
  type HandOver,
  handOverLacks,
} from '../../../core/order/hand-over/hand-over';
import {
  type AskedHandOver,
  askedHandOvers,
  takenHandOvers,
} from '../../../core/order/hand-over/owed-hand-overs';
import { categoryOf } from '../../../core/order/judge/category-of';
import { type Order, openOrder } from '../../../core/order/judge/open-order';
import { HAND_OVER_PERMISSION } from '../../../core/project/may';
import { isoOrNull } from '../../../core/time';
import type { UserEnv } from '../../env';
import type { OrderSetup } from '../read/read-order-site';
import { fieldsOf, historyOf, type People } from './hand-over-view';

type Reading = {
  readonly issue: Issue;
  readonly setup: OrderSetup;
  readonly order: Order;
  readonly rows: readonly HandOver[];
  /** Other ends that the viewer may browse. */
  readonly seen: readonly Issue[];
  readonly people: People;
};

/**
 * What one issue hands over and takes, for somebody who may browse it; null where no form asks for
 * anything. Facts are for the other department, so they are shown although the issue that they come
 * from may be hidden; that one is then told by its department alone. Where
 * some form stands one read of Jira, and where one concerns this issue three more and one of SQL.
 */
export async function loadHandOvers(
  env: UserEnv,
  issueId: string,
  setup: OrderSetup,
): Promise<HandOversView | null> {
  if (setup.site.handOvers.length === 0) return null;
  // As the app: what is asked of an issue must not depend on who looks.
  const [issue] = await env.asApp.listIssues([issueId]);
  if (issue === undefined) return null;
  const graph = buildLinkGraph([issue], setup.rules);
  const own = askedHandOvers(graph, setup.rules, setup.site, issue.id);
  const taken = takenHandOvers(graph, setup.rules, setup.site, issue.id);
  if (own.length + taken.length === 0) return null;
  const others = [
    ...own.map(({ successorId }) => successorId),
    ...taken.map(({ blockerId }) => blockerId),
  ];
  const [rows, seen, allowed] = await Promise.all([
    env.order.listHandOversOf([issue.id]),
    env.asUser.listIssues([...new Set(others)]),
    env.asUser.allowedIssues(HAND_OVER_PERMISSION, [issue.id]),
  ]);
  // A stub does not tell that its issue was cancelled: of that nobody takes anything any more.
  const known = buildLinkGraph([issue, ...seen], setup.rules);
  const stillTaken = takenHandOvers(known, setup.rules, setup.site, issue.id);
  if (own.length + stillTaken.length === 0) return null;
  const actors = rows.flatMap(({ history }) => history.map(({ by }) => by));
  const people = await env.asUser.listPeople([...new Set(actors)]);
  const order = openOrder(graph, setup.rules);
  const reading: Reading = { issue, setup, order, rows, seen, people };
  return {
    gives: own.map((asked) => viewOf(reading, asked, asked.successorId)),
    takes: stillTaken.map((asked) => viewOf(reading, asked, asked.blockerId)),
    mayAct: allowed.includes(issue.id),
  };
}

function viewOf(
  { issue, setup, order, rows, seen, people }: Reading,
  asked: AskedHandOver,
  otherId: string,
): HandOverView {
  const { blockerId, successorId, form } = asked;
  const row =
    rows.find((each) => each.blockerId === blockerId && each.successorId === successorId) ?? null;
  const other = seen.find(({ id }) => id === otherId);
  const otherEnd = otherId === blockerId ? 'sender' : 'taker';
  const hiddenEnd = other === undefined ? otherEnd : null;
  const sibling = rows.find((each) => each.blockerId === blockerId && each.facts.length > 0);
  return {
    otherId,
    other: other === undefined ? null : { key: other.key, summary: other.summary },
    department: departmentOf(order, otherId, setup),
    doneSince: doneSinceOf(otherId === blockerId ? other : issue, setup),
    state: row?.state ?? 'none',
    version: row?.version ?? 0,
    fields: fieldsOf(form, row ?? (otherId === successorId ? (sibling ?? null) : null)),
    lacks: handOverLacks(form, filledKeysOf(row)),
    gatesFinish: form.gatesFinish,
    isOver: !order.isLive(successorId),
    history: historyOf(row, people, hiddenEnd),
  };
}

/** The link tells the key, the setup the department; of no department it says the project's key. */
function departmentOf({ graph }: Order, id: string, { departments }: OrderSetup): string {
  const key = graph.issues.get(id)?.key ?? '';
  const projectKey = key.slice(0, Math.max(0, key.lastIndexOf('-')));
  return departments.find((each) => each.projectKey === projectKey)?.name ?? projectKey;
}

function doneSinceOf(blocker: Issue | undefined, { rules }: OrderSetup): string | null {
  if (blocker === undefined) return null;
  if (categoryOf(rules, blocker.key, blocker.status) !== 'done') return null;
  const { categorySince } = blocker;
  return isoOrNull(categorySince);
}
