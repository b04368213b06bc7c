import type { CycleRow } from '../../core/sla/verdict/cycle-row';

/**
 * The cycles of one incident as they are to be stored: what is frozen stays as it is, whatever was
 * judged now, and is kept when it was not found again (a comment deleted, a label taken off). Only
 * where the JQL itself has changed, `selection` says so, a frozen cycle can go.
 *
 * One thing a frozen row still learns: what had elapsed before a change of goal, where it is older
 * than the column for it and the same input is judged again.
 *
 * An answer seen at 10:30 was frozen as met; its comment is deleted, and the clock would run again:
 * the row stays met.
 */
export function keepFrozen(
  stored: readonly CycleRow[],
  judged: readonly CycleRow[],
  selection: ReadonlyMap<string, string>,
): CycleRow[] {
  const frozen = new Map(
    stored.flatMap((row) => (row.frozenAt === null ? [] : [[nameOf(row), row] as const])),
  );
  const before = new Map(stored.map((row) => [nameOf(row), row]));
  const merged = judged.map((row) => {
    const kept = frozen.get(nameOf(row));
    if (kept === undefined) return asFirstSeen(row, before.get(nameOf(row)));
    return {
      ...kept,
      selectionHash: row.selectionHash,
      beforeChangeMs: firstKnown(kept, row),
    };
  });
  const names = new Set(judged.map(nameOf));
  const selected = new Set(judged.map(({ clientProjectId }) => clientProjectId));
  const others = [...frozen.values()].filter((row) => {
    const now = selection.get(row.clientProjectId) ?? row.selectionHash;
    const isKept = selected.has(row.clientProjectId) || now === row.selectionHash;
    return isKept && !names.has(nameOf(row));
  });
  return [...merged, ...others];
}

function firstKnown(kept: CycleRow, judged: CycleRow): CycleRow['beforeChangeMs'] {
  const isUnknown = kept.beforeChangeMs === 0 && kept.inputHash === judged.inputHash;
  return isUnknown ? judged.beforeChangeMs : kept.beforeChangeMs;
}

/** Rows that are new or may still change, and frozen ones of which something else has changed. */
export function rowsToWrite(
  stored: readonly CycleRow[],
  kept: readonly CycleRow[],
): readonly CycleRow[] {
  const before = new Map(stored.map((row) => [nameOf(row), row]));
  return kept.filter((row) => {
    const known = before.get(nameOf(row));
    if (known === undefined || known.frozenAt === null) return true;
    return LOOSE.some((name) => known[name] !== row[name]);
  });
}

const LOOSE = ['selectionHash', 'isPublished', 'beforeChangeMs'] as const;

/** Is every stored cycle among these? */
export function foundAll(stored: readonly CycleRow[], rows: readonly CycleRow[]): boolean {
  const names = new Set(rows.map(nameOf));
  return stored.every((row) => names.has(nameOf(row)));
}

/** Whoever saw the stop when it happened has seen it, also if the row is frozen only later. */
function asFirstSeen(row: CycleRow, stored: CycleRow | undefined): CycleRow {
  const isSeen = stored?.source === 'observed' && stored.stoppedAt === row.stoppedAt;
  return isSeen ? { ...row, source: 'observed' } : row;
}

/**
 * Do both lists say the same? An open clock's elapsed time is not compared: it grows by itself,
 * and whoever shows it adds what has passed since. So is its pause while it lasts. Neither is what it
 * was read from, which proves nothing before there is a verdict.
 */
export function sameVerdicts(stored: readonly CycleRow[], judged: readonly CycleRow[]): boolean {
  const left = stored.map(verdict).sort();
  const right = judged.map(verdict).sort();
  return left.length === right.length && left.every((each, index) => each === right[index]);
}

function verdict(row: CycleRow): string {
  const { computedAt, isPublished, source, frozenAt, elapsedMs, pausedMs, inputHash, ...rest } =
    row;
  const isFrozen = frozenAt !== null;
  const ended = { elapsedMs, pausedMs, inputHash, isFrozen };
  const open = row.pausedBecause === null ? { ...rest, pausedMs } : rest;
  const lasting = row.stoppedAt === null ? open : { ...rest, ...ended };
  return JSON.stringify(Object.entries(lasting).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function nameOf({ issueId, clientProjectId, clock, cycle }: CycleRow): string {
  return `${issueId} ${clientProjectId} ${clock} ${cycle}`;
}
