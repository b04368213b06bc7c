import { BATCH, judgeBatch } from '../clocks/judge-batch';
import { selectionHash } from '../clocks/judge-cycles';
import { findIncidentPlan, type IncidentPlan } from '../clocks/list-incident-plans';
import { planWarnings } from '../clocks/plan-warnings';
import type { Env } from '../env';
import { giveWay, type WaysOut } from '../give-way';
import type { Backfill } from '../ports/backfill-port';
import { pushRefreshes } from '../push-refreshes';
import { type PageReader, pageReader, positionAfter, readPosition } from './incident-pages';

/**
 * A step takes seconds; the function may take 300 s, and Forge kills it then. It gives way between
 * two pages of ids, for whoever goes on within one pays the points of its up to 5,000 ids again.
 */
const TIME_BOX_MS = 100_000;
const TIME_BOX_WITHIN_PAGE_MS = 180_000;
const SKIPPED_KEPT = 20;
const STALE_AT_MOST = 5000;
/** Each costs a write of Jira. */
const PUBLISHED_AT_MOST = 1000;

/**
 * Takes steps of a backfill until its time is up, then queues the rest. A step judges up to 1,000
 * incidents and stores them, then moves the backfill on by compare-and-set: a delivery that comes
 * twice, or a cancellation in between, loses there and stops. Killed anywhere, the step is taken
 * again and ends in the same rows. For 1,000 incidents: ten reads of issues, one or two of
 * changelogs, one search per 5,000 ids; 11 SQL statements at most.
 */
export async function runBackfill(env: Env, backfillId: string): Promise<void> {
  const startedAt = env.now();
  const pages = pageReader(env);
  let backfill = await env.sla.findBackfill(backfillId);
  while (backfill?.state === 'waiting' || backfill?.state === 'running') {
    const isWithinPage = readPosition(backfill.page).offset > 0;
    const timeBoxMs = isWithinPage ? TIME_BOX_WITHIN_PAGE_MS : TIME_BOX_MS;
    if (env.now() - startedAt > timeBoxMs) return env.queue.pushBackfill(backfillId, 0);
    try {
      const next: Backfill = await takeStep(env, backfill, pages);
      if (!(await env.sla.saveBackfill(next, backfill.step))) return;
      backfill = next;
    } catch (error) {
      return giveWay(error, waysOut(env, backfill));
    }
  }
}

function waysOut(env: Env, backfill: Backfill): WaysOut {
  return {
    later: (seconds) => env.queue.pushBackfill(backfill.id, seconds),
    fail: async (words) => {
      await env.sla.saveBackfill(ended(env, backfill, 'failed', words), backfill.step);
    },
  };
}

async function takeStep(env: Env, backfill: Backfill, pages: PageReader): Promise<Backfill> {
  const plan = await findPlan(env, backfill.clientProjectId);
  if (plan === null) {
    return ended(env, backfill, 'failed', 'The client project has no contract that can be used.');
  }
  const { token, offset } = readPosition(backfill.page);
  const total = backfill.total ?? (await env.asApp.countIssues(plan.jql));
  // Oldest first: an incident that is created meanwhile moves no other one to another page.
  const page = await pages(`${plan.jql} ORDER BY created ASC, key ASC`, token);
  const ids = page.ids.slice(offset, offset + BATCH);
  const skipped = ids.length === 0 ? [] : await storeBatch(env, plan, ids);
  const moved: Backfill = {
    ...backfill,
    state: 'running',
    step: backfill.step + 1,
    done: backfill.done + ids.length,
    total,
    skipped: [...backfill.skipped, ...skipped].slice(0, SKIPPED_KEPT),
  };
  const next = positionAfter({ token, offset }, ids.length, page);
  if (next !== null) return { ...moved, page: next };
  await refreshStale(env, backfill, plan);
  return { ...ended(env, moved, 'done', null), step: moved.step };
}

async function findPlan(env: Env, clientProjectId: string): Promise<IncidentPlan | null> {
  const project = await env.projects.findProject(clientProjectId);
  return project === null ? null : findIncidentPlan(env, project);
}

async function storeBatch(env: Env, plan: IncidentPlan, ids: readonly string[]) {
  const readAt = env.now();
  // Only issues that were judged: a verdict is not removed because its issue could not be read.
  const judged = await judgeBatch(env, plan, ids, readAt);
  const { rows, ledgers, judgedIds, passingIds, skipped, stored } = judged;
  const scope = { issueIds: judgedIds, clientProjectId: plan.project.id, readAt };
  await env.ledgers.saveLedgers(ledgers);
  await planWarnings(env, [plan], stored, rows);
  await env.sla.saveCycles(scope, rows);
  await pushRefreshes(env, passingIds);
  return skipped;
}

/** Issues that this backfill did not meet are no incidents any more, or deleted: each is looked at. */
async function refreshStale(env: Env, backfill: Backfill, plan: IncidentPlan): Promise<void> {
  const met = {
    clientProjectId: backfill.clientProjectId,
    computedBefore: backfill.startedAt,
    selectionHash: selectionHash(plan),
  };
  const stale = await env.sla.listStaleIssueIds(met, STALE_AT_MOST);
  // The property of what runs now is asked for first; that of the past is written by night.
  const open = await env.sla.listOpenUnpublishedIds(backfill.clientProjectId, PUBLISHED_AT_MOST);
  await pushRefreshes(env, [...new Set([...stale, ...open])]);
}

function ended(
  env: Env,
  backfill: Backfill,
  state: 'done' | 'failed',
  error: string | null,
): Backfill {
  return {
    ...backfill,
    state,
    error,
    page: null,
    step: backfill.step + 1,
    finishedAt: env.now(),
  };
}
