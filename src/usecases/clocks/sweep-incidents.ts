import { inBatches } from '../../core/in-batches';
import { bothOf } from '../../core/sla/policy/incident-jql';
import { instant } from '../../core/time';
import type { Env } from '../env';
import { JiraBusyError } from '../ports/jira-busy-error';
import { JiraError } from '../ports/jira-error';
import { pushRefreshes } from '../push-refreshes';
import { isUnderWay } from '../queued-runs';
import { searchAll } from '../search-all';
import { BATCH, judgeBatch } from './judge-batch';
import { type IncidentPlan, listIncidentPlans } from './list-incident-plans';

/** Two nights, so that a sweep that failed is made up for by the next. */
const CHANGED = 'updated >= -2d';
const A_WEEK_MS = 7 * 86_400_000;
const OPEN_AT_MOST = 5000;
/** Each costs a write of Jira, and those that nothing happens to are in no hurry. */
const PUBLISHED_A_NIGHT = 1000;

/**
 * Finds what no event told: incidents that changed lately and are stored otherwise, issues that are
 * incidents no more, clocks that are open (they may be breached by now, or their issue gone),
 * backfills and simulations that lost their job, verdicts of a backfill that no property shows yet.
 * Everything found is refreshed through the queue.
 */
export async function sweepIncidents(env: Env): Promise<void> {
  await reviveBackfills(env);
  await reviveSimulations(env);
  const plans = await listIncidentPlans(env);
  if (plans.length === 0) return;
  const found: Found = { suspects: new Set(), judged: new Set() };
  try {
    for (const plan of plans) await compareChanged(env, plan, found);
    await addFormerIncidents(env, found);
  } catch (error) {
    if (!(error instanceof JiraBusyError)) throw error;
    env.log.warn('sweep cut short', { seconds: error.retryAfterSeconds });
  }
  for (const id of await env.sla.listOpenIssueIds(OPEN_AT_MOST, null)) {
    if (!found.judged.has(id)) found.suspects.add(id);
  }
  for (const id of await env.sla.listUnpublishedIssueIds(PUBLISHED_A_NIGHT)) {
    found.suspects.add(id);
  }
  env.log.info('swept', { judged: found.judged.size, refreshed: found.suspects.size });
  await pushRefreshes(env, [...found.suspects]);
  await env.warnings.tidyWarnings(instant(env.now() - A_WEEK_MS), env.now());
}

type Found = { readonly suspects: Set<string>; readonly judged: Set<string> };

async function reviveBackfills(env: Env): Promise<void> {
  for (const backfill of await env.sla.listBackfills()) {
    if (isUnderWay(backfill)) await env.queue.pushBackfill(backfill.id, 0);
  }
}

async function reviveSimulations(env: Env): Promise<void> {
  for (const run of await env.simulations.listRuns()) {
    if (isUnderWay(run)) await env.queue.pushSimulation(run.id, 0);
  }
}

async function compareChanged(env: Env, plan: IncidentPlan, found: Found): Promise<void> {
  const ids = await searchIncidents(env, plan);
  for (const batch of inBatches(ids, BATCH)) {
    const { changedIds, passingIds } = await judgeBatch(env, plan, batch, env.now());
    for (const id of batch) found.judged.add(id);
    for (const id of [...changedIds, ...passingIds]) found.suspects.add(id);
  }
}

/** One client project whose JQL Jira cannot read any more must not keep the others from being swept. */
async function searchIncidents(env: Env, plan: IncidentPlan): Promise<readonly string[]> {
  try {
    return await searchAll(env, bothOf(plan.jql, CHANGED));
  } catch (error) {
    if (!(error instanceof JiraError) || error.status !== 400) throw error;
    env.log.warn('incident JQL cannot be read', { clientProjectId: plan.project.id });
    return [];
  }
}

/** Changed issues that no plan selects now, but of which cycles are stored. */
async function addFormerIncidents(env: Env, found: Found): Promise<void> {
  const others = (await searchAll(env, CHANGED)).filter((id) => !found.judged.has(id));
  for (const { issueId } of await env.sla.listCycles(others)) found.suspects.add(issueId);
}
