import type { IncidentHistory } from '../../core/sla/judge/history';
import { historyProblems } from '../../core/sla/judge/history-problems';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import type { Instant } from '../../core/time';
import type { Env } from '../env';
import type { HistoryRead } from '../ports/jira-port';
import type { FrozenLedger } from '../ports/ledger-port';
import { enteredFrom, mayBePassing } from './contract-moves';
import { fieldsOf } from './fields-of-plans';
import { frozenLedgers, type Judged } from './frozen-ledgers';
import { type CycleInputs, judgeCycles, selectionHash } from './judge-cycles';
import { keepFrozen, rowsToWrite, sameVerdicts } from './keep-frozen';
import type { IncidentPlan } from './list-incident-plans';
import { placeComments } from './place-comments';
import { readBlockedFor } from './read-blocked';
import { actsOf } from './record-sla-act';

/** As many histories as one page of Jira's changelogs covers (Jira docs, "Bulk fetch changelogs"). */
export const BATCH = 1000;

export type JudgedBatch = {
  /** Their cycles as they were stored before. */
  readonly stored: readonly CycleRow[];
  /** To be stored; what is frozen and as it was is left out. */
  readonly rows: readonly CycleRow[];
  /** Of the cycles that are frozen now. */
  readonly ledgers: readonly FrozenLedger[];
  /** Issues that were judged, whether there is something to store or not. */
  readonly judgedIds: readonly string[];
  /** Issues whose stored verdicts differ from these, or whose property does not show them. */
  readonly changedIds: readonly string[];
  /** Not judged here: another contract's until now, perhaps, which a look at the issue itself tells. */
  readonly passingIds: readonly string[];
  readonly skipped: readonly Skipped[];
};

export type Skipped = { readonly issueKey: string; readonly why: string };

/**
 * Judges up to 1,000 incidents of one client project. One SQL statement; for 1,000 issues ten reads
 * of Jira and the pages of their changelogs. Stores no verdict.
 */
export async function judgeBatch(
  env: Env,
  plan: IncidentPlan,
  ids: readonly string[],
  readAt: Instant,
): Promise<JudgedBatch> {
  // As the app: the verdicts of a report are the same for everybody who may see it.
  const reads = await env.asApp.listHistories(ids, fieldsOf([plan]));
  const histories = await placeComments(
    env,
    reads.flatMap(({ history }) => history ?? []),
    readAt,
  );
  const blockedOf = await readBlockedFor(env, [plan], reads);
  const all = await env.sla.listCycles(ids);
  const storedOf = byIssue(all);
  const acts = await env.acts.listActs(ids);
  const batch = {
    ...{ rows: [] as CycleRow[], ledgers: [] as FrozenLedger[] },
    ...{ judgedIds: [] as string[], changedIds: [] as string[], passingIds: [] as string[] },
  };
  const skipped = missing(ids, reads);
  for (const read of reads) {
    const known = storedOf.get(read.issueId) ?? [];
    if (mayBePassing(plan, known)) {
      batch.passingIds.push(read.issueId);
      continue;
    }
    const entered = enteredFrom(plan, known);
    const judged = judgeOrExplain(read, histories.get(read.issueId), plan, readAt, (issueId) => ({
      acts: actsOf(acts, issueId, plan.project.id),
      blocked: blockedOf(issueId, plan.versions, readAt),
      ...(entered === undefined ? {} : { entered }),
    }));
    if (typeof judged === 'string') {
      skipped.push({ issueKey: read.issueKey, why: judged });
      continue;
    }
    const { rows, ledgers, isChanged } = whatIsNew(known, judged);
    batch.judgedIds.push(read.issueId);
    batch.rows.push(...rows);
    batch.ledgers.push(...ledgers);
    if (isChanged) batch.changedIds.push(read.issueId);
  }
  return { ...batch, stored: all, skipped };
}

type JudgedRows = Judged & { readonly rows: readonly CycleRow[] };

/** What of these verdicts is not stored yet; `known` is all that is stored of the issue. */
function whatIsNew(known: readonly CycleRow[], judged: JudgedRows) {
  const { plan } = judged;
  const before = known.filter((row) => row.clientProjectId === plan.project.id);
  const kept = keepFrozen(before, judged.rows, new Map([[plan.project.id, selectionHash(plan)]]));
  const isSame = sameVerdicts(before, kept);
  // What is published stays so where the verdict is the same.
  const isPublished = isSame && before.every((row) => row.isPublished);
  const rows = kept.map((row) => ({ ...row, isPublished }));
  return {
    rows: rowsToWrite(before, rows),
    ledgers: frozenLedgers(rows, judged),
    isChanged: !isSame || !isPublished,
  };
}

function byIssue(rows: readonly CycleRow[]): Map<string, CycleRow[]> {
  const groups = new Map<string, CycleRow[]>();
  for (const row of rows) {
    groups.set(row.issueId, [...(groups.get(row.issueId) ?? []), row]);
  }
  return groups;
}

/** One history that cannot be judged must not stop the other 999. */
function judgeOrExplain(
  { notes }: HistoryRead,
  history: IncidentHistory | undefined,
  plan: IncidentPlan,
  readAt: Instant,
  inputsOf: (issueId: string) => CycleInputs,
): JudgedRows | string {
  if (history === undefined) return notes.at(-1)?.what ?? 'unreadable';
  if (history.created > readAt) return historyProblems(history, readAt)[0] ?? 'is not there yet';
  try {
    const inputs = inputsOf(history.issueId);
    const rows = judgeCycles(history, plan, readAt, inputs);
    return { history, plan, inputs, readAt, rows };
  } catch (error) {
    return `could not be judged: ${error instanceof Error ? error.message : 'unknown error'}`;
  }
}

function missing(ids: readonly string[], reads: readonly HistoryRead[]): Skipped[] {
  const found = new Set(reads.map(({ issueId }) => issueId));
  return ids
    .filter((id) => !found.has(id))
    .map((id) => ({ issueKey: `id ${id}`, why: 'deleted, or hidden from the app' }));
}
