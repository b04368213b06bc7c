import { inBatches } from '../../../core/in-batches';
import type { OrderFacts } from '../../../core/order/judge/order-facts';
import { dryRun } from '../../../core/order/past/dry-run';
import type { LinkWords } from '../../../core/order/past/past-links';
import { instant } from '../../../core/time';
import {
  type PageReader,
  pageReader,
  positionAfter,
  readPosition,
} from '../../backfill/incident-pages';
import type { Env } from '../../env';
import { giveWay, type WaysOut } from '../../give-way';
import {
  type DryRunRun,
  type FoundInPast,
  type PastStep,
  REFUSED_KEPT,
} from '../../ports/dry-run-port';
import { readLagCalendars } from '../read/lag-calendars';
import { linkedJql, orderTypes } from '../read/order-jql';

/** A step takes seconds; the function may take 300 s, and Forge kills it then. */
const TIME_BOX_MS = 100_000;
/** Twelve reads of Jira per thousand: ten of fields, two of changelogs. */
const BATCH = 500;
const IDS_A_STATEMENT = 1000;
const DAY_MS = 86_400_000;

/**
 * Takes steps of a dry run until its time is up, then queues the rest. A step reads the past of up
 * to 500 issues with a link of the order and keeps it; the last one judges them all together, for
 * the order is between issues. Costs Jira 12 reads per 1,000 issues and one per 5,000 to find them;
 * changes nothing but the run. Whoever cancels it is heard after at most one step.
 */
export async function runDryRun(env: Env, id: string): Promise<void> {
  const startedAt = env.now();
  const pages = pageReader(env);
  let run = await env.dryRuns.findRun(id);
  while (run?.state === 'waiting' || run?.state === 'running') {
    if (env.now() - startedAt > TIME_BOX_MS) return env.queue.pushDryRun(id, 0);
    try {
      const next: DryRunRun = await takeStep(env, run, pages);
      if (!(await env.dryRuns.saveRun(next))) {
        await env.dryRuns.dropPasts(id, next.pages);
        return;
      }
      if (next.finishedAt !== null) await env.dryRuns.dropPasts(id, next.pages);
      run = next;
    } catch (error) {
      return giveWay(error, waysOut(env, run));
    }
  }
}

function waysOut(env: Env, run: DryRunRun): WaysOut {
  return {
    later: (seconds) => env.queue.pushDryRun(run.id, seconds),
    fail: async (words) => {
      await env.dryRuns.saveRun({ ...run, state: 'failed', error: words, finishedAt: env.now() });
      await env.dryRuns.dropPasts(run.id, run.pages);
    },
  };
}

async function takeStep(env: Env, run: DryRunRun, pages: PageReader): Promise<DryRunRun> {
  const types = orderTypes(run.rules, await env.asApp.listLinkTypes());
  const jql = linkedJql(types);
  const words = types.map(({ id, name, inward, outward }) => ({
    ...{ typeId: id, typeName: name, inward, outward },
  }));
  if (jql === null) return judged(env, { ...run, total: 0 }, words);
  const position = readPosition(run.page);
  const total = run.total ?? (await env.asApp.countIssues(jql));
  const page = await pages(`${jql} ORDER BY created ASC, key ASC`, position.token);
  const ids = page.ids.slice(position.offset, position.offset + BATCH);
  // As the app: the numbers are the company's. Who may not browse an issue is not shown its name.
  const reads = ids.length === 0 ? [] : await env.asApp.listPasts(ids);
  const pasts = reads.flatMap(({ past }) => (past === null ? [] : [past]));
  const moved: DryRunRun = {
    ...run,
    ...{ state: 'running', total, touchedAt: env.now() },
    done: run.done + ids.length,
    unreadable: run.unreadable + ids.length - pasts.length,
    pages: await env.dryRuns.keepPasts(run.id, run.pages, pasts),
  };
  const next = positionAfter(position, ids.length, page);
  return next === null ? judged(env, moved, words) : { ...moved, page: next };
}

async function judged(env: Env, run: DryRunRun, types: readonly LinkWords[]): Promise<DryRunRun> {
  const pasts = await env.dryRuns.listPasts(run.id, run.pages);
  const period = { from: instant(run.startedAt - run.days * DAY_MS), to: run.startedAt };
  const result = dryRun(pasts, types, run.rules, period, await readPastFacts(env, run, pasts));
  const ids = new Map(pasts.map(({ history }) => [history.key, history.issueId]));
  const found: FoundInPast = {
    ...result,
    refusedCount: result.refused.length,
    refused: result.refused.slice(0, REFUSED_KEPT).map(({ blockerKeys, by: _by, ...start }) => ({
      ...start,
      blockers: blockerKeys.map((key) => ({ id: ids.get(key) ?? '', key })),
    })),
  };
  const now = env.now();
  return { ...run, state: 'done', found, finishedAt: now, touchedAt: now };
}

/** Calendars of lags, and which client projects issues belong to; both as they are now. */
async function readPastFacts(
  env: Env,
  { rules, calendars }: DryRunRun,
  pasts: readonly PastStep[],
): Promise<Partial<OrderFacts>> {
  const calendarOf = await readLagCalendars(env, { rules, calendars }, false);
  if (rules.policies.every(({ scope }) => scope.kind === 'all')) return { calendarOf };
  const parentOf = new Map(pasts.map(({ history, parentId }) => [history.issueId, parentId]));
  const ids = [...new Set([...parentOf].flatMap(([id, parentId]) => [id, parentId ?? id]))];
  const projectOf = new Map<string, string>();
  for (const batch of inBatches(ids, IDS_A_STATEMENT)) {
    const links = await env.projects.listLinks(batch);
    for (const { issueId, clientProjectId } of links) projectOf.set(issueId, clientProjectId);
  }
  const clientProjectsOf = (id: string) => {
    const found = [projectOf.get(id), projectOf.get(parentOf.get(id) ?? '')];
    return [...new Set(found.filter((project) => project !== undefined))];
  };
  return { calendarOf, clientProjectsOf };
}
