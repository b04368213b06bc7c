import { withClocksProperty } from '../../core/order/order-property';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import { tamProperty } from '../../core/sla/verdict/tam-property';
import type { Instant } from '../../core/time';
import type { Env } from '../env';
import type { FrozenLedger } from '../ports/ledger-port';
import type { OrderState } from '../ports/order-state-port';
import { writeProperty } from '../write-property';
import { lastLeft } from './contract-moves';
import { selectionHash } from './judge-cycles';
import { foundAll, keepFrozen, rowsToWrite, sameVerdicts } from './keep-frozen';
import type { IncidentPlan } from './list-incident-plans';
import { planWarnings } from './plan-warnings';

/** What the clocks of an issue came to at a moment. */
type JudgedIssue = {
  readonly plans: readonly IncidentPlan[];
  readonly rows: readonly CycleRow[];
  /** Of those among these that are frozen now. */
  readonly ledgersOf: (rows: readonly CycleRow[]) => readonly FrozenLedger[];
  readonly readAt: Instant;
  /** Its place in the order, where it has one. */
  readonly place: OrderState | null;
};

/**
 * Brings property, rows, ledgers and warnings of an issue to what was judged, in this order: whatever
 * fails, the rows that are written last still say that there is something to do. Frozen verdicts stay
 * as they are. No statement and no write where nothing has changed.
 */
export async function storeVerdicts(
  env: Env,
  issueId: string,
  stored: readonly CycleRow[],
  judged: JudgedIssue,
): Promise<void> {
  const { plans, readAt, place } = judged;
  const selection = new Map(plans.map((plan) => [plan.project.id, selectionHash(plan)]));
  const rows = keepFrozen(stored, judged.rows, selection);
  const wasPublished = stored.every((row) => row.isPublished);
  if (wasPublished && sameVerdicts(stored, rows)) return;
  const before = propertyOf(stored, plans);
  const after = propertyOf(rows, plans);
  // First the property: should it fail, the rows still say that there is something to do.
  const isShown = wasPublished && JSON.stringify(before) === JSON.stringify(after);
  const isPublished = isShown || (await publish(env, issueId, after, place));
  const projects = new Set(rows.map(({ clientProjectId }) => clientProjectId));
  const left = stored.filter((row) => row.frozenAt !== null && !projects.has(row.clientProjectId));
  await env.sla.removeCycles(issueId, [...new Set(left.map((row) => row.clientProjectId))]);
  const published = rows.map((row) => ({ ...row, isPublished }));
  // Where every stored cycle was found again there is nothing to remove, and no statement for it.
  const issueIds = foundAll(stored, rows) ? [] : [issueId];
  const scope = { issueIds, clientProjectId: null, readAt };
  // First what follows from a row: once that is stored, nobody writes its ledger or plans for it.
  await env.ledgers.saveLedgers(judged.ledgersOf(published));
  await planWarnings(env, plans, stored, published);
  await env.sla.saveCycles(scope, rowsToWrite(stored, published));
}

/** What it says of the order stays: that is another job's, which may just have changed it. */
async function publish(
  env: Env,
  issueId: string,
  property: object,
  before: OrderState | null,
): Promise<boolean> {
  const [place] = before === null ? [] : await env.orderStates.listStates([issueId]);
  return writeProperty(env, issueId, withClocksProperty(place?.property ?? {}, property));
}

/** An issue that is an incident of two clients shows the first one, by key, that it has not left. */
function propertyOf(rows: readonly CycleRow[], plans: readonly IncidentPlan[]): object {
  const shown = plans.flatMap(({ project }) => {
    const ofProject = rows.filter((row) => row.clientProjectId === project.id);
    const left = lastLeft(ofProject);
    const isLeft = left !== null && ofProject.every(({ startedAt }) => startedAt < left);
    return ofProject.length === 0 ? [] : [{ project, ofProject, isLeft }];
  });
  const first = shown.find(({ isLeft }) => !isLeft) ?? shown[0];
  return first === undefined ? {} : tamProperty(first.project.key, first.ofProject);
}
