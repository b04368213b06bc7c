import type { DryRunFound, DryRunList, DryRunRow } from '../../../contract/order-settings';
import { isoOf, isoOrNull } from '../../../core/time';
import type { UserEnv } from '../../env';
import type { FoundInPast, KeptStart } from '../../ports/dry-run-port';
import { isAnyAlive, isUnderWay, listStarters } from '../../queued-runs';

/**
 * The last dry runs, latest first, and one of them with what it found: the one asked for, else the
 * latest. Reads KVS, and Jira for the people who started them and for what the viewer may browse.
 */
export async function listDryRuns(env: UserEnv, openId?: string): Promise<DryRunList> {
  const runs = await env.dryRuns.listRuns();
  const people = await listStarters(env, runs);
  const isAlive = isAnyAlive(runs, env.now());
  const rows = runs.map((run): DryRunRow => {
    const { id, days, state, done, total, found, startedBy } = run;
    return {
      ...{ id, days, state, done, total },
      startedAt: isoOf(run.startedAt),
      startedBy: people.get(startedBy) ?? null,
      finishedAt: isoOrNull(run.finishedAt),
      refusedCount: found?.refusedCount ?? null,
      isStuck: isUnderWay(run) && !isAlive,
    };
  });
  const shown = runs.find(({ id }) => id === openId) ?? runs[0];
  const row = rows.find(({ id }) => id === shown?.id);
  if (shown === undefined || row === undefined) return { runs: rows, open: null };
  const { error, found, unreadable } = shown;
  const view = found === null ? null : await foundView(env, found, unreadable);
  return { runs: rows, open: { ...row, error, found: view } };
}

async function foundView(
  env: UserEnv,
  found: FoundInPast,
  unreadable: number,
): Promise<DryRunFound> {
  const { from, to, starts, refused, refusedCount, linksOutside } = found;
  const ids = refused.flatMap(({ issueId, blockers }) => [issueId, ...blockers.map((b) => b.id)]);
  const asked = [...new Set(ids)].filter((id) => id !== '');
  const allowed =
    asked.length === 0 ? [] : await env.asUser.allowedIssues('BROWSE_PROJECTS', asked);
  const isVisible = new Set(allowed);
  const departments = await env.settings.listDepartments();
  const nameOf = new Map(departments.map(({ projectKey, name }) => [projectKey, name]));
  const visible = refused.filter(({ issueId }) => isVisible.has(issueId));
  return {
    ...{ from: isoOf(from), to: isoOf(to), starts, linksOutside, unreadable },
    departments: found.departments.map((department) => ({
      ...department,
      name: nameOf.get(department.projectKey) ?? department.projectKey,
    })),
    refused: visible.map((start) => startView(start, isVisible)),
    hidden: refused.length - visible.length,
    left: refusedCount - refused.length,
  };
}

function startView(
  { key, at, waitMs, freeAt, blockers }: KeptStart,
  isVisible: ReadonlySet<string>,
): DryRunFound['refused'][number] {
  const named = blockers.filter(({ id }) => isVisible.has(id));
  return {
    ...{ issueKey: key, at: isoOf(at), waitMs, isStillClosed: freeAt === null },
    blockerKeys: named.map((blocker) => blocker.key),
    blockersHidden: blockers.length - named.length,
  };
}
