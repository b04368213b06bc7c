import type { Versions } from '../../core/sla/judge/judge-incident';
import { bothOf } from '../../core/sla/policy/incident-jql';
import { compilePolicy } from '../../core/sla/policy/policy';
import { simulate } from '../../core/sla/simulation/simulate';
import { addSimulations, type SelectedBy } from '../../core/sla/simulation/simulation';
import type { Instant } from '../../core/time';
import {
  type PageReader,
  pageReader,
  positionAfter,
  readPosition,
} from '../backfill/incident-pages';
import { fieldsOf } from '../clocks/fields-of-plans';
import { BATCH } from '../clocks/judge-batch';
import { findIncidentPlan } from '../clocks/list-incident-plans';
import { type BlockedOf, readBlockedFor } from '../clocks/read-blocked';
import { actsOf } from '../clocks/record-sla-act';
import type { Env } from '../env';
import { giveWay, type WaysOut } from '../give-way';
import type { SlaAct } from '../ports/act-port';
import type { HistoryRead } from '../ports/jira-port';
import type { SimulationRun } from '../ports/simulation-port';
import { readPolicyText } from '../settings/policy-shape';
import { incidentsOfEither, selectionOf } from './simulation-selects';

/** A step takes seconds; the function may take 300 s, and Forge kills it then. */
const TIME_BOX_MS = 100_000;
const SKIPPED_KEPT = 20;

/**
 * Takes steps of a simulation until its time is up, then queues the rest. A step replays up to
 * 1,000 incidents under both contracts as of the run's start, and moves the run on by
 * compare-and-set: a delivery that comes twice, or a cancellation in between, loses there and
 * stops. Costs Jira what a backfill costs; writes nothing but the run.
 */
export async function simulateContract(env: Env, id: string): Promise<void> {
  const startedAt = env.now();
  const pages = pageReader(env);
  let run = await env.simulations.findRun(id);
  while (run?.state === 'waiting' || run?.state === 'running') {
    if (env.now() - startedAt > TIME_BOX_MS) return env.queue.pushSimulation(id, 0);
    try {
      const next: SimulationRun = await takeStep(env, run, pages);
      if (!(await env.simulations.saveRun(next, run.step))) return;
      run = next;
    } catch (error) {
      return giveWay(error, waysOut(env, run));
    }
  }
}

function waysOut(env: Env, run: SimulationRun): WaysOut {
  return {
    later: (seconds) => env.queue.pushSimulation(run.id, seconds),
    fail: async (words) => {
      await env.simulations.saveRun(ended(env, run, 'failed', words), run.step);
    },
  };
}

async function takeStep(env: Env, run: SimulationRun, pages: PageReader): Promise<SimulationRun> {
  const project = await env.projects.findProject(run.clientProjectId);
  const plan = project === null ? null : await findIncidentPlan(env, project);
  const other = compiledText(run.policyText);
  if (plan === null || other === null) {
    return ended(env, run, 'failed', 'One of the two contracts cannot be used any more.');
  }
  const selects = incidentsOfEither(plan, other[0].policy.select);
  const jql = bothOf(selects.either, `created >= "${monthsBefore(run.startedAt, run.months)}"`);
  const position = readPosition(run.page);
  const total = run.total ?? (await env.asApp.countIssues(jql));
  const page = await pages(`${jql} ORDER BY created ASC, key ASC`, position.token);
  const ids = page.ids.slice(position.offset, position.offset + BATCH);
  const fields = fieldsOf([plan, { versions: other }]);
  const [reads, acts, selectedBy] = await Promise.all(
    // As the app: the numbers are the contract's. Who may not browse an issue is not shown its row.
    ids.length === 0
      ? [[], [], () => 'both' as const]
      : [
          env.asApp.listHistories(ids, fields),
          env.acts.listActs(ids),
          selectionOf(env, selects, ids),
        ],
  );
  const blockedOf = await readBlockedFor(env, [plan, { versions: other }], reads);
  const contracts = { present: plan.versions, other, acts, blockedOf, selectedBy };
  const moved = replay(run, reads, contracts);
  const next = positionAfter(position, ids.length, page);
  const counted = { ...moved, total, done: run.done + ids.length };
  if (next === null) return ended(env, counted, 'done', null);
  return { ...counted, state: 'running', page: next, step: run.step + 1, touchedAt: env.now() };
}

type Contracts = {
  readonly present: Versions;
  readonly other: Versions;
  readonly acts: readonly SlaAct[];
  readonly blockedOf: BlockedOf;
  /** Null: neither's any more. */
  readonly selectedBy: (issueId: string) => SelectedBy | null;
};

/** One history that cannot be judged must not stop the other 999. */
function replay(run: SimulationRun, reads: readonly HistoryRead[], by: Contracts): SimulationRun {
  let { result } = run;
  const skipped = [...run.skipped];
  for (const { history, issueId, issueKey, notes } of reads) {
    const selected = by.selectedBy(issueId);
    if (selected === null) continue;
    if (history === null) {
      skipped.push({ issueKey, why: notes.at(-1)?.what ?? 'unreadable' });
      continue;
    }
    try {
      // What was decided by hand holds under either contract.
      const acts = actsOf(by.acts, history.issueId, run.clientProjectId);
      const at = run.startedAt;
      const inputsOf = (versions: Versions) => ({
        acts,
        blocked: by.blockedOf(issueId, versions, at),
      });
      const inputs = { present: inputsOf(by.present), other: inputsOf(by.other) };
      const part = simulate([history], by.present, by.other, at, inputs, () => selected);
      result = addSimulations(result, part);
    } catch (error) {
      const why = error instanceof Error ? error.message : 'unknown error';
      skipped.push({ issueKey, why: `could not be judged: ${why}` });
    }
  }
  return { ...run, result, skipped: skipped.slice(0, SKIPPED_KEPT) };
}

function compiledText(text: string): Versions | null {
  const read = readPolicyText(text);
  const compiled = read.ok ? compilePolicy(read.policy) : null;
  return compiled?.ok === true ? [compiled] : null;
}

/** The date so many months before, for JQL: 1 month before 2026-03-31 is 2026-02-28. */
export function monthsBefore(at: Instant, months: number): string {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.toISOString().slice(0, 10);
}

function ended(
  env: Env,
  run: SimulationRun,
  state: 'done' | 'failed',
  error: string | null,
): SimulationRun {
  const now = env.now();
  return { ...run, state, error, page: null, step: run.step + 1, finishedAt: now, touchedAt: now };
}
