import type { LabelView } from '../contract/ledger';
import type { CountsView, FlipSideView, FlipView, SimulationView } from '../contract/simulation';
import type { StateCounts } from '../core/sla/cycle-row';
import type { LedgerLabel } from '../core/sla/ledger';
import type { Flip, FlipSide, Simulation, Tally } from '../core/sla/simulate';
import type { UserEnv } from './env';
import { departmentNames, labelView } from './ledger-view';
import { findIncidentPlan } from './list-incident-plans';
import { readPolicyText } from './policy-shape';

/**
 * The latest run of the simulator; null when there is none. Flips are listed once it is over, and
 * only of issues that the viewer may browse. Two SQL statements, at most one read of Jira.
 */
export async function showSimulation(env: UserEnv): Promise<SimulationView | null> {
  const run = await env.simulations.findLatestRun();
  if (run === null) return null;
  const project = await env.projects.findProject(run.clientProjectId);
  const plan = project === null ? null : await findIncidentPlan(env, project);
  const other = readPolicyText(run.policyText);
  const isOver = run.finishedAt !== null;
  return {
    id: run.id,
    clientProjectKey: project?.key ?? '?',
    months: run.months,
    state: run.state,
    done: run.done,
    total: run.total,
    startedAt: iso(run.startedAt),
    finishedAt: run.finishedAt === null ? null : iso(run.finishedAt),
    error: run.error,
    skipped: run.skipped,
    present: plan === null ? '?' : named(plan.policy.policy),
    other: other.ok ? named(other.policy) : '?',
    tallies: { present: tallyView(run.result.present), other: tallyView(run.result.other) },
    flips: isOver ? await visibleFlips(env, run.result) : [],
    flipCount: run.result.flipCount,
  };
}

async function visibleFlips(env: UserEnv, { flips }: Simulation): Promise<FlipView[]> {
  const ids = [...new Set(flips.map(({ issueId }) => issueId))];
  if (ids.length === 0) return [];
  const [allowed, nameOf] = await Promise.all([
    env.asUser.allowedIssues('BROWSE_PROJECTS', ids),
    departmentNames(env),
  ]);
  const visible = new Set(allowed);
  return flips
    .filter(({ issueId }) => visible.has(issueId))
    .map((flip) => flipView(flip, (label) => (label === null ? null : labelView(label, nameOf))));
}

function flipView(
  { issueKey, clock, cycle, present, other, ...flip }: Flip,
  viewOf: (label: LedgerLabel | null) => LabelView | null,
): FlipView {
  return {
    ...{ issueKey, clock, cycle, present: sideView(present), other: sideView(other) },
    intervals: flip.intervals.map(({ from, to, old, new: then }) => ({
      from: iso(from),
      to: iso(to),
      present: viewOf(old),
      other: viewOf(then),
    })),
    intervalCount: flip.intervalCount,
  };
}

function sideView(side: FlipSide | null): FlipSideView | null {
  if (side === null) return null;
  const { state, elapsedMs, pausedMs, targetMs } = side;
  return { state, elapsedMs, pausedMs, targetMs };
}

function tallyView({ response, resolution }: Tally) {
  return { response: countsView(response), resolution: countsView(resolution) };
}

function countsView({ met, breached, ...others }: StateCounts): CountsView {
  return { met, breached, notCounted: Object.values(others).reduce((sum, n) => sum + n, 0) };
}

function named({ name, version }: { readonly name: string; readonly version: number }): string {
  return `${name} v${version}`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
