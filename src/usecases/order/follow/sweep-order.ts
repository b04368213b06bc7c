import { stepOf } from '../../../core/order/judge/step-of';
import { orderPropertyOf, saysOrder } from '../../../core/order/order-property';
import type { Instant } from '../../../core/time';
import type { Env } from '../../env';
import { JiraBusyError } from '../../ports/jira-busy-error';
import { JiraError } from '../../ports/jira-error';
import type { OrderState } from '../../ports/order-state-port';
import { pushOrders } from '../../push-refreshes';
import { searchAll } from '../../search-all';
import { listHeirs } from '../read/list-heirs';
import { type OrderSetup, readOrderSetup } from '../read/read-order-site';
import { readWholeOrder, type WholeOrder } from '../read/read-whole-order';
import { circleOf, isOrdered, type NamesOfPlace, type Place, placeOf } from './state-of';

const STATES_A_PAGE = 1000;

/**
 * Finds what no event told: every issue with a link that orders, every linked epic and everything
 * that is remembered is read anew and judged in one graph, and whatever is stored otherwise, or
 * shows something else, is looked at through the queue. One read of Jira per hundred issues and one
 * per 5,000 to find them.
 */
export async function sweepOrder(env: Env): Promise<void> {
  try {
    await sweep(env);
  } catch (error) {
    if (!(error instanceof JiraBusyError)) throw error;
    env.log.warn('sweep of the order cut short', { seconds: error.retryAfterSeconds });
  }
}

async function sweep(env: Env): Promise<void> {
  const setup = await readOrderSetup(env);
  const stored = await readStates(env);
  const epics = (await env.projects.listAllEpics()).map(({ issueId }) => issueId);
  const decided = (await env.order.listIssueOrders()).keys();
  const linked = await findLinked(env, setup);
  const ids = [...new Set([...linked, ...epics, ...stored.keys(), ...decided])];
  const now = env.now();
  const whole = await readWholeOrder(env, ids, setup);
  const epicIds = new Set(epics);
  const keys = new Map((await env.projects.listProjects()).map(({ id: one, key }) => [one, key]));
  const clientKeyOf = (projectId: string) => keys.get(projectId) ?? null;
  const suspects: string[] = [];
  for (const id of new Set([...ids, ...whole.order.graph.into.keys()])) {
    const place = placeIn(whole, id, { epicIds, clientKeyOf, setup, now });
    const before = stored.get(id);
    if (place === null ? isForgotten(id, before, whole) : isStored(place, before, whole)) continue;
    suspects.push(id);
    // Whoever looks at it next sees what was seen here, a long circle too.
    if (place !== null) await env.order.saveNearIds(place.issueKey, place.nearIds);
  }
  env.log.info('swept order', { judged: ids.length, looked: suspects.length });
  await pushOrders(env, suspects);
}

async function readStates(env: Env): Promise<ReadonlyMap<string, OrderState>> {
  const states = new Map<string, OrderState>();
  let ids: readonly string[] = [];
  do {
    ids = await env.orderStates.listStateIds(ids.at(-1) ?? '', STATES_A_PAGE);
    for (const state of await env.orderStates.listStates(ids)) states.set(state.issueId, state);
  } while (ids.length === STATES_A_PAGE);
  return states;
}

/**
 * Issues with a link of a type that orders, children to whom that is handed down, and whatever shows
 * a place in the order, by Jira's search; it may be seconds behind.
 */
async function findLinked(env: Env, { rules }: OrderSetup): Promise<readonly string[]> {
  const shown = await findShown(env);
  const wanted = rules.policies.flatMap(({ linkTypes }) => linkTypes.map(({ typeId }) => typeId));
  const types = (await env.asApp.listLinkTypes()).filter(
    ({ id, name }) => wanted.includes(id) || (wanted.includes(null) && name === 'Blocks'),
  );
  if (types.length === 0) return shown;
  const names = types.map(({ name }) => JSON.stringify(name)).join(', ');
  const linked = await searchAll(env, `issueLinkType in (${names})`);
  return [...shown, ...linked, ...(await listHeirs(env, linked, rules))];
}

/** By the alias of the property in the manifest; anybody may have written it (order semantics D30). */
const SHOWN = 'tamState is not EMPTY';

/** A site that does not know the alias (yet) has nothing to search by. */
async function findShown(env: Env): Promise<readonly string[]> {
  try {
    return await searchAll(env, SHOWN);
  } catch (error) {
    if (!(error instanceof JiraError) || error.status !== 400) throw error;
    env.log.warn('property cannot be searched', { status: error.status });
    return [];
  }
}

type Sweeping = Pick<NamesOfPlace, 'clientKeyOf'> & {
  readonly epicIds: ReadonlySet<string>;
  readonly setup: OrderSetup;
  readonly now: Instant;
};

/** Null for an issue that is gone, or that nothing orders. */
function placeIn(
  { issues, order }: WholeOrder,
  id: string,
  { epicIds, clientKeyOf, setup, now }: Sweeping,
): Place | null {
  const issue = issues.get(id);
  const step = issue === undefined ? null : stepOf(order, id, now);
  if (issue === undefined || step === null) return null;
  if (!epicIds.has(id) && !isOrdered(order, issue)) return null;
  return placeOf(order, issue, step, setup, {
    issueOf: (other) => issues.get(other),
    clientKeyOf,
  });
}

/** Is nothing stored, and nothing shown, of what nothing orders? */
function isForgotten(id: string, before: OrderState | undefined, { issues }: WholeOrder): boolean {
  const issue = issues.get(id);
  const isSilent =
    issue?.isArchived === true || Object.keys(orderPropertyOf(issue?.tamProperty)).length === 0;
  return before === undefined && isSilent;
}

/** Is this what is stored, and what the property shows? */
function isStored(place: Place, before: OrderState | undefined, { issues }: WholeOrder): boolean {
  if (before === undefined || before.pending !== null) return false;
  const issue = issues.get(place.issueId);
  // Nothing can be written to what is archived.
  const isShown = issue?.isArchived === true || saysOrder(issue?.tamProperty, place.property);
  return comparable(place) === comparable(before) && isShown;
}

function comparable(place: Place): string {
  const { state, category, statusId, waitsFor, linkedIds, successorIds, mark } = place;
  const circle = [...new Set(circleOf(place))].sort();
  const flags = place.flags.map(({ kind }) => kind).sort();
  return JSON.stringify([
    // One whose key only some reading shows is sorted elsewhere then.
    ...[
      state,
      category,
      statusId,
      [...waitsFor].sort(),
      linkedIds,
      successorIds,
      mark,
      circle,
      flags,
    ],
    ...[place.clientProjectId, place.issueKey],
  ]);
}
