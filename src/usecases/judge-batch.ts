import type { CycleRow } from '../core/sla/cycle-row';
import type { Instant } from '../core/time';
import type { Env } from './env';
import { judgeCycles, sameVerdicts } from './judge-cycles';
import type { IncidentPlan } from './list-incident-plans';

/** As many histories as one page of Jira's changelogs covers (Jira docs, "Bulk fetch changelogs"). */
export const BATCH = 1000;

export type JudgedBatch = {
  /** What is published stays so where the verdict is the same. */
  readonly rows: readonly CycleRow[];
  /** Issues whose stored verdicts differ from these. */
  readonly changedIds: readonly string[];
  readonly skipped: readonly { readonly issueKey: string; readonly why: string }[];
};

/**
 * Judges up to 1,000 incidents of one client project. One SQL statement; for 1,000 issues ten reads
 * of Jira and the pages of their changelogs. Stores nothing.
 */
export async function judgeBatch(
  env: Env,
  plan: IncidentPlan,
  ids: readonly string[],
  readAt: Instant,
): Promise<JudgedBatch> {
  // As the app: the verdicts of a report are the same for everybody who may see it.
  const reads = await env.asApp.listHistories(ids);
  const stored = byIssue(await env.sla.listCycles(ids), plan);
  const rows: CycleRow[] = [];
  const changedIds: string[] = [];
  const skipped: { issueKey: string; why: string }[] = [];
  for (const { history } of reads) {
    const before = stored.get(history.issueId) ?? [];
    const judged = judgeOrExplain(() => judgeCycles(history, plan, readAt));
    if (typeof judged === 'string') {
      skipped.push({ issueKey: history.key, why: judged });
      continue;
    }
    const isSame = sameVerdicts(before, judged);
    const isPublished = isSame && before.every((row) => row.isPublished);
    rows.push(...judged.map((row) => ({ ...row, isPublished })));
    if (!isSame || !isPublished) changedIds.push(history.issueId);
  }
  return { rows, changedIds, skipped: [...skipped, ...missing(ids, reads)] };
}

function byIssue(rows: readonly CycleRow[], { project }: IncidentPlan): Map<string, CycleRow[]> {
  const groups = new Map<string, CycleRow[]>();
  for (const row of rows) {
    if (row.clientProjectId !== project.id) continue;
    groups.set(row.issueId, [...(groups.get(row.issueId) ?? []), row]);
  }
  return groups;
}

/** One history that cannot be judged must not stop the other 999. */
function judgeOrExplain(judge: () => CycleRow[]): CycleRow[] | string {
  try {
    return judge();
  } catch (error) {
    return `could not be judged: ${error instanceof Error ? error.message : 'unknown error'}`;
  }
}

function missing(
  ids: readonly string[],
  reads: readonly { readonly history: { readonly issueId: string } }[],
): { issueKey: string; why: string }[] {
  const found = new Set(reads.map(({ history }) => history.issueId));
  return ids
    .filter((id) => !found.has(id))
    .map((id) => ({ issueKey: `id ${id}`, why: 'deleted, hidden from the app, or unreadable' }));
}
