import type { CycleRow } from '../../src/core/sla/verdict/cycle-row';
import type { Backfill } from '../../src/usecases/ports/backfill-port';
import type { SlaStorePort } from '../../src/usecases/ports/sla-store-port';

const keyOf = (row: Pick<CycleRow, 'issueId' | 'clientProjectId' | 'clock' | 'cycle'>) =>
  [row.issueId, row.clientProjectId, row.clock, row.cycle].join(' ');

/** The store in memory, as its port says it behaves. Reports are asked of the real one only. */
export class MemorySlaStore implements SlaStorePort {
  readonly rows = new Map<string, CycleRow>();
  readonly backfills = new Map<string, Backfill>();
  saves = 0;

  saveCycles: SlaStorePort['saveCycles'] = async (scope, rows) => {
    this.saves += 1;
    for (const row of rows) {
      const stored = this.rows.get(keyOf(row));
      if (stored !== undefined && row.computedAt < stored.computedAt) continue;
      const { selectionHash, isPublished } = row;
      const isFrozen = stored !== undefined && stored.frozenAt !== null;
      const isSame = stored?.beforeChangeMs === 0 && stored.inputHash === row.inputHash;
      const { beforeChangeMs } = isSame ? row : (stored ?? row);
      const kept = { ...stored, selectionHash, isPublished, beforeChangeMs } as CycleRow;
      this.rows.set(keyOf(row), isFrozen ? kept : row);
    }
    const issueIds = new Set(scope.issueIds);
    for (const [key, row] of this.rows) {
      const isInScope =
        issueIds.has(row.issueId) &&
        (scope.clientProjectId === null || scope.clientProjectId === row.clientProjectId);
      if (isInScope && row.frozenAt === null && row.computedAt < scope.readAt)
        this.rows.delete(key);
    }
  };

  removeCycles: SlaStorePort['removeCycles'] = async (issueId, projects) => {
    for (const [key, row] of this.rows) {
      if (row.issueId === issueId && projects.includes(row.clientProjectId)) this.rows.delete(key);
    }
  };

  excludeFrozen(name: Parameters<typeof keyOf>[0], reason: string): void {
    const row = this.rows.get(keyOf(name));
    if (row?.frozenAt == null) return;
    const decidedAt = row.stoppedAt ?? row.startedAt;
    const excluded = { ...row, state: 'excluded' as const, reason, decidedAt, isPublished: false };
    this.rows.set(keyOf(name), excluded);
  }

  forgetPeople: SlaStorePort['forgetPeople'] = async (issueId) => {
    for (const [key, row] of this.rows) {
      if (row.issueId === issueId) this.rows.set(key, { ...row, stoppedBy: null });
    }
  };

  listCycles: SlaStorePort['listCycles'] = async (issueIds) => {
    const wanted = new Set(issueIds);
    return [...this.rows.values()].filter((row) => wanted.has(row.issueId));
  };

  listOpenIssueIds: SlaStorePort['listOpenIssueIds'] = async (max, policyKey) =>
    [
      ...new Set(
        [...this.rows.values()].flatMap((row) =>
          row.stoppedAt === null && (policyKey ?? row.policyKey) === row.policyKey
            ? [row.issueId]
            : [],
        ),
      ),
    ].slice(0, max);

  listUnpublishedIssueIds: SlaStorePort['listUnpublishedIssueIds'] = async (max) =>
    [
      ...new Set([...this.rows.values()].flatMap((row) => (row.isPublished ? [] : [row.issueId]))),
    ].slice(0, max);

  listOpenUnpublishedIds: SlaStorePort['listOpenUnpublishedIds'] = async (project, max) =>
    [
      ...new Set(
        [...this.rows.values()].flatMap((row) =>
          row.clientProjectId === project && row.stoppedAt === null && !row.isPublished
            ? [row.issueId]
            : [],
        ),
      ),
    ].slice(0, max);

  listStaleIssueIds: SlaStorePort['listStaleIssueIds'] = async (met, max) =>
    [
      ...new Set(
        [...this.rows.values()].flatMap((row) =>
          row.clientProjectId === met.clientProjectId &&
          row.computedAt < met.computedBefore &&
          (row.frozenAt === null || row.selectionHash !== met.selectionHash)
            ? [row.issueId]
            : [],
        ),
      ),
    ].slice(0, max);

  countGroups: SlaStorePort['countGroups'] = async () => ({
    ...{ groups: [], trend: [], durations: [], previous: [], open: [] },
    ...{ computedAt: null, backfill: null, historyRead: false, reopenedLater: 0 },
  });

  readReportScope: SlaStorePort['readReportScope'] = async () => ({
    ...{ issues: [], ofPeriod: 0, isWhole: true, breaches: [] },
  });
  listPeriodCycles: SlaStorePort['listPeriodCycles'] = async () => [];
  listBreaches: SlaStorePort['listBreaches'] = async () => [];
  listOpenBreaches: SlaStorePort['listOpenBreaches'] = async () => [];

  addBackfill: SlaStorePort['addBackfill'] = async (backfill) => {
    const isTaken = [...this.backfills.values()].some(
      ({ clientProjectId, state }) =>
        clientProjectId === backfill.clientProjectId &&
        (state === 'waiting' || state === 'running'),
    );
    if (!isTaken) this.backfills.set(backfill.id, backfill);
    return !isTaken;
  };

  findBackfill: SlaStorePort['findBackfill'] = async (id) => this.backfills.get(id) ?? null;
  listBackfills: SlaStorePort['listBackfills'] = async () => [...this.backfills.values()];

  listReadHistories: SlaStorePort['listReadHistories'] = async () =>
    new Set(
      [...this.backfills.values()].flatMap(({ state, clientProjectId }) =>
        state === 'done' ? [clientProjectId] : [],
      ),
    );

  saveBackfill: SlaStorePort['saveBackfill'] = async (backfill, shownStep) => {
    if (this.backfills.get(backfill.id)?.step !== shownStep) return false;
    this.backfills.set(backfill.id, backfill);
    return true;
  };

  /** What a test compares: verdicts without the marks of when they were made. */
  verdicts(): object[] {
    return [...this.rows.values()]
      .map(({ computedAt, isPublished, frozenAt, source, ...verdict }) => {
        if (verdict.stoppedAt !== null) return { ...verdict, isFrozen: frozenAt !== null };
        const { elapsedMs, pausedMs, inputHash, ...lasting } = verdict;
        return lasting;
      })
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
}
