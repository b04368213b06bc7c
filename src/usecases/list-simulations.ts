import type { SimulationList, SimulationRow } from '../contract/simulation';
import type { Person } from '../core/issue';
import type { Instant } from '../core/time';
import type { UserEnv } from './env';
import type { SimulationRun, SimulationSummary } from './ports/simulation-port';
import { showSimulation } from './show-simulation';

/** Longer than a step takes and Jira ever asks to wait (15 minutes). */
const STUCK_AFTER_MS = 20 * 60_000;

/**
 * The last runs of the simulator, latest first, and one of them with what it found: the one asked
 * for, else the latest. Three SQL statements, at most two reads of Jira.
 */
export async function listSimulations(env: UserEnv, openId?: string): Promise<SimulationList> {
  const [summaries, projects] = await Promise.all([
    env.simulations.listRuns(),
    env.projects.listProjects(),
  ]);
  const shownId = summaries.find(({ id }) => id === openId)?.id ?? summaries[0]?.id;
  const [run, people] = await Promise.all([
    shownId === undefined ? null : env.simulations.findRun(shownId),
    listStarters(env, summaries),
  ]);
  const keys = new Map(projects.map(({ id, key }) => [id, key]));
  const isStill = isAnyAlive(summaries, env.now());
  const rows = summaries.map((summary): SimulationRow => {
    const { clientProjectId, startedBy, presentName, otherName, touchedAt, ...shared } = summary;
    return {
      ...shared,
      clientProjectKey: keys.get(clientProjectId) ?? '?',
      startedBy: people.get(startedBy) ?? null,
      present: presentName,
      other: otherName,
      startedAt: iso(summary.startedAt),
      finishedAt: summary.finishedAt === null ? null : iso(summary.finishedAt),
      isStuck: isUnderWay(summary) && !isStill && env.now() - touchedAt > STUCK_AFTER_MS,
    };
  });
  const row = rows.find(({ id }) => id === run?.id);
  if (run === null || row === undefined) return { runs: rows, open: null };
  return { runs: rows, open: await showSimulation(env, row, run) };
}

export function isUnderWay({ state }: Pick<SimulationRun, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** They run one after the other: who waits for one that goes on is not stuck. */
function isAnyAlive(runs: readonly SimulationSummary[], now: Instant): boolean {
  return runs.some((run) => isUnderWay(run) && now - run.touchedAt <= STUCK_AFTER_MS);
}

async function listStarters(
  env: UserEnv,
  runs: readonly SimulationSummary[],
): Promise<ReadonlyMap<string, Person>> {
  const ids = [...new Set(runs.map(({ startedBy }) => startedBy))];
  const people = ids.length === 0 ? [] : await env.asUser.listPeople(ids);
  return new Map(people.map((person) => [person.accountId, person]));
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
