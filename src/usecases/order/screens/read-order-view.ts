import type {
  OrderLinkView,
  OrderView,
  PassAskView,
  PassState,
} from '../../../contract/order-acts';
import type { Issue, Person } from '../../../core/issue';
import type { Gate } from '../../../core/order/judge/judgement';
import { passProblem } from '../../../core/order/judge/pass';
import type { ClientProject } from '../../../core/project/client-project';
import { may, rolesOn } from '../../../core/project/may';
import { openRefusal } from '../../../core/project/start-overview';
import { isoOf, isoOrNull } from '../../../core/time';
import type { UserEnv } from '../../env';
import type { PassAsk, StoredPass } from '../../ports/order-ports';
import type { OrderRead } from '../../screens/read-order';
import { ownPassState, passView } from '../passes/pass-views';
import { findPassLead, registeredLead } from '../read/find-lead';
import type { OrderSetup } from '../read/read-order-site';
import { readDueConflicts } from './due-conflict-views';

/** The issue of a panel, with whoever answers for it. */
export type OrderViewAsked = {
  readonly issue: Issue;
  readonly order: OrderRead;
  /** That it, or its parent, is an epic of. */
  readonly project: ClientProject | null;
  readonly setup: OrderSetup;
};

const GATES: readonly Gate[] = ['start', 'finish'];

/** Everybody whose name the order of this issue mentions. */
export function peopleIn({ issue, order }: Pick<OrderViewAsked, 'issue' | 'order'>): string[] {
  const { facts } = order.graph.order;
  return [
    ...passesOn(order, issue.id).flatMap(({ issuedBy, revokedBy }) => [issuedBy, revokedBy]),
    ...facts.confirmations.map(({ by }) => by),
    ...order.own.asks.map(({ by }) => by),
  ].filter((id) => id !== null);
}

/**
 * What was decided about an issue's order, and what the viewer may decide. For a TAM one read of
 * KVS, and one of Jira where a link that he had set is gone; else none but that of `findPassLead`
 * where something is refused or a pass was given.
 */
export async function readOrderView(
  env: UserEnv,
  asked: OrderViewAsked,
  people: readonly Person[],
): Promise<OrderView> {
  const { issue, order, project, setup } = asked;
  const refused = GATES.filter((gate) => openRefusal(order.graph, issue.id, gate) !== null);
  const given = passesOn(order, issue.id);
  const isAsked = refused.length + given.length > 0;
  const lead = isAsked
    ? await findPassLead(env, issue, project, setup)
    : registeredLead(issue, setup);
  const roles = rolesOn(project, lead, env.viewer.accountId);
  const mayDecide = may('setOrder', roles);
  const nameOf = (id: string) => people.find(({ accountId }) => accountId === id)?.name ?? null;
  const { notBefore, asks } = order.own;
  return {
    refused,
    mayPass: may('issuePass', roles),
    mayDecide,
    passes: given.map((pass) => passView(pass, passState(pass, order.graph), nameOf)),
    asks: asks.map((ask) => askView(ask, nameOf)),
    notBefore: isoOrNull(notBefore),
    links: mayDecide ? linkViews(asked) : [],
    removed: mayDecide ? await readRemoved(env, asked) : [],
    dueConflicts: readDueConflicts(env, issue.id, order),
  };
}

function passesOn({ graph }: OrderRead, issueId: string): readonly StoredPass[] {
  return (graph.order.facts.passes as readonly StoredPass[]).filter(
    (pass) => pass.issueId === issueId,
  );
}

/** By what stands at its gate now; where nothing does, it waits for the day when something will. */
function passState(pass: StoredPass, graph: OrderRead['graph']): PassState {
  const own = ownPassState(pass, graph.now);
  if (own !== 'open') return own;
  const refusal = openRefusal(graph, pass.issueId, pass.gate);
  const isWorthless = refusal !== null && passProblem(pass, refusal, graph.now) === 'newBlocker';
  return isWorthless ? 'worthless' : 'open';
}

function askView({ gate, by, at, reason }: PassAsk, nameOf: (id: string) => string | null) {
  return { gate, by: nameOf(by), at: isoOf(at), reason } satisfies PassAskView;
}

function linkViews({ issue, order }: OrderViewAsked): readonly OrderLinkView[] {
  const { graph, mayKnow } = order;
  const edges = graph.order.graph.into.get(issue.id) ?? [];
  const views = new Map<string, OrderLinkView>();
  for (const edge of edges) {
    const { blockerId } = edge;
    const blocker = graph.issues.get(blockerId);
    if (blocker === undefined || !mayKnow(blockerId)) continue;
    const lag = graph.order.facts.lagOf(edge) ?? views.get(blockerId)?.lag ?? null;
    views.set(blockerId, { blockerId, blockerKey: blocker.key, lag });
  }
  return [...views.values()];
}

/** Set in the panel, and no longer there (order semantics D6). */
async function readRemoved(
  env: UserEnv,
  { issue, order }: OrderViewAsked,
): Promise<OrderView['removed']> {
  const { into } = order.graph.order.graph;
  const linked = new Set((into.get(issue.id) ?? []).map(({ blockerId }) => blockerId));
  const planned = await env.order.findPlannedIds(issue.id);
  const gone = await env.asUser.listIssues(planned.filter((id) => !linked.has(id)));
  return gone.map(({ id, key }) => ({ blockerId: id, blockerKey: key }));
}
