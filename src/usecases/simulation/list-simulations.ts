import type { SimulationList, SimulationRow } from '../../contract/simulation';
import { isoOf, isoOrNull } from '../../core/time';
import type { UserEnv } from '../env';
import { isAnyAlive, isUnderWay, listStarters } from '../queued-runs';
import { showSimulation } from './show-simulation';

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
  const isAlive = isAnyAlive(summaries, env.now());
  const rows = summaries.map((summary): SimulationRow => {
    const { clientProjectId, startedBy, presentName, otherName, touchedAt, ...shared } = summary;
    return {
      ...shared,
      clientProjectKey: keys.get(clientProjectId) ?? '?',
      startedBy: people.get(startedBy) ?? null,
      present: presentName,
      other: otherName,
      startedAt: isoOf(summary.startedAt),
      finishedAt: isoOrNull(summary.finishedAt),
      isStuck: isUnderWay(summary) && !isAlive,
    };
  });
  const row = rows.find(({ id }) => id === run?.id);
  if (run === null || row === undefined) return { runs: rows, open: null };
  return { runs: rows, open: await showSimulation(env, row, run) };
}
