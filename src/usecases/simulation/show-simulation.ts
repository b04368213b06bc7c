import type { LabelView } from '../../contract/ledger';
import type {
  CountsView,
  FlipSideView,
  FlipView,
  SimulationRow,
  SimulationView,
} from '../../contract/simulation';
import type { Policy } from '../../core/sla/policy/policy';
import type { Flip, FlipSide, Tally } from '../../core/sla/simulation/simulation';
import type { StateCounts } from '../../core/sla/verdict/cycle-row';
import type { LedgerLabel } from '../../core/sla/verdict/ledger';
import { isoOf, isoOrNull } from '../../core/time';
import { departmentNames, labelView } from '../clocks/ledger-view';
import { findIncidentPlan } from '../clocks/list-incident-plans';
import type { UserEnv } from '../env';
import type { SimulationRun } from '../ports/simulation-port';
import { readPolicyText } from '../settings/policy-shape';

/**
 * What a run found. Flips are listed once it is over, and only of issues that the viewer may
 * browse. At most one read of Jira.
 */
export async function showSimulation(
  env: UserEnv,
  row: SimulationRow,
  run: SimulationRun,
): Promise<SimulationView> {
  const { result } = run;
  return {
    ...row,
    error: run.error,
    skipped: run.skipped,
    tallies: { present: tallyView(result.present), other: tallyView(result.other) },
    onlyPresent: result.onlyPresent,
    onlyOther: result.onlyOther,
    flips: run.finishedAt === null ? [] : await visibleFlips(env, run),
  };
}

async function visibleFlips(env: UserEnv, run: SimulationRun): Promise<FlipView[]> {
  const { flips } = run.result;
  const ids = [...new Set(flips.map(({ issueId }) => issueId))];
  if (ids.length === 0) return [];
  const [allowed, nameOf] = await Promise.all([
    env.asUser.allowedIssues('BROWSE_PROJECTS', ids),
    departmentNames(env),
  ]);
  const visible = new Set(allowed);
  const words: Words = {
    viewOf: (label) => (label === null ? null : labelView(label, nameOf)),
    nameOf,
    calendars: await calendarNames(env, run),
  };
  return flips.filter(({ issueId }) => visible.has(issueId)).map((flip) => flipView(flip, words));
}

type Names = ReadonlyMap<string, string>;
type Words = {
  readonly nameOf: (department: string) => string;
  readonly viewOf: (label: LedgerLabel | null) => LabelView | null;
  readonly calendars: { readonly present: Names; readonly other: Names };
};

/** Of both contracts, by key. The one in force may have changed since: then its keys must do. */
async function calendarNames(env: UserEnv, run: SimulationRun): Promise<Words['calendars']> {
  const project = await env.projects.findProject(run.clientProjectId);
  const plan = project === null ? null : await findIncidentPlan(env, project);
  const other = readPolicyText(run.policyText);
  const versions = plan === null ? [] : plan.versions.map(({ policy }) => policy);
  return { present: namesIn(versions), other: namesIn(other.ok ? [other.policy] : []) };
}

function namesIn(policies: readonly Policy[]): Names {
  return new Map(
    policies.flatMap(({ calendars }) => calendars.map(({ key, name }) => [key, name])),
  );
}

function flipView(flip: Flip, { viewOf, calendars, nameOf }: Words): FlipView {
  const { issueKey, clock, cycle, selectedBy } = flip;
  return {
    ...{ issueKey, clock, cycle, selectedBy },
    department: flip.department === null ? null : nameOf(flip.department),
    present: sideView(flip.present, calendars.present),
    other: sideView(flip.other, calendars.other),
    intervals: flip.intervals.map(({ from, to, old, new: then }) => ({
      from: isoOf(from),
      to: isoOf(to),
      present: viewOf(old),
      other: viewOf(then),
    })),
    intervalCount: flip.intervalCount,
    shifts: flip.shifts.map(({ old, new: then, ms }) => ({
      present: viewOf(old),
      other: viewOf(then),
      ms,
    })),
  };
}

function sideView(side: FlipSide | null, calendars: Names): FlipSideView | null {
  if (side === null) return null;
  const { state, elapsedMs, carriedMs, pausedMs, targetMs } = side;
  const { calendarKey, startedAt, stoppedAt } = side;
  return {
    ...{ state, elapsedMs, carriedMs, pausedMs, targetMs },
    calendar: calendarKey === null ? null : (calendars.get(calendarKey) ?? calendarKey),
    startedAt: isoOf(startedAt),
    stoppedAt: isoOrNull(stoppedAt),
  };
}

function tallyView({ response, resolution, nextResponse, ownership }: Tally) {
  return {
    response: countsView(response),
    resolution: countsView(resolution),
    nextResponse: countsView(nextResponse),
    ownership: countsView(ownership),
  };
}

function countsView({ met, breached, ...others }: StateCounts): CountsView {
  return { met, breached, notCounted: Object.values(others).reduce((sum, n) => sum + n, 0) };
}
