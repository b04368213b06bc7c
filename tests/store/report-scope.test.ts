import type { CycleRow } from '../../src/core/sla/verdict/cycle-row';
import { millis } from '../../src/core/time';
import type { GroupQuery } from '../../src/usecases/ports/report-queries';
import type { ReportScopeQuery } from '../../src/usecases/ports/report-scope';
import { breachedRow, cycleRow, runningRow } from '../builders/cycle-row';
import { moscow } from '../builders/incident';
import { queryOf, READ_AT, saverOf, slaStoreUnderTest } from './sla-store-under-test';

const sla = slaStoreUnderTest();
const save = saverOf(sla);
const HOUR = 3_600_000;

const OCTOBER = { from: moscow('2026-10-01T00:00'), to: moscow('2026-11-01T00:00') };
const NOVEMBER: GroupQuery = {
  ...queryOf({ from: OCTOBER.to, to: moscow('2026-12-01T00:00') }, READ_AT),
  ...{ previous: OCTOBER, dueBefore: moscow('2026-11-24T15:00') },
  trend: [OCTOBER.to, moscow('2026-11-15T00:00'), moscow('2026-12-01T00:00')],
};

const ask = (changes: Partial<ReportScopeQuery> = {}) =>
  sla.store.readReportScope('id-ACME', {
    ...{ ...NOVEMBER, clocks: ['response', 'resolution'], max: 10, maxIssues: 10, ...changes },
  });

/** Met in October, so that it is only compared with. */
const ofOctober = (changes: Partial<CycleRow> = {}) =>
  cycleRow({
    startedAt: moscow('2026-10-05T10:00'),
    decidedAt: moscow('2026-10-05T13:00'),
    ...changes,
  });

describe('readReportScope', () => {
  it('names each issue that a report counts once, and tells its breaches, in one statement', async () => {
    await save([
      cycleRow(),
      cycleRow({ clock: 'response' }),
      breachedRow({ issueId: '10002' }),
      ofOctober({ issueId: '10003' }),
      cycleRow({ issueId: '10004', clientProjectId: 'id-BETA' }),
      cycleRow({ issueId: '10005', decidedAt: moscow('2026-09-30T23:59') }),
    ]);
    sla.database.statements.length = 0;
    const scope = await ask();
    expect(sla.database.statements).toHaveLength(1);
    expect(scope.issues).toEqual([
      { issueId: '10001', isOfPeriod: true },
      { issueId: '10002', isOfPeriod: true },
      { issueId: '10003', isOfPeriod: false },
    ]);
    expect(scope).toMatchObject({ ofPeriod: 2, isWhole: true });
    expect(scope.breaches).toMatchObject([{ issueId: '10002', clock: 'resolution' }]);
  });

  it('puts the newest of the period first, then what is open now, then what is compared with', async () => {
    await save([
      ofOctober({ issueId: '10001' }),
      cycleRow({ issueId: '10002', startedAt: moscow('2026-11-20T10:00') }),
      cycleRow({ issueId: '10003', startedAt: moscow('2026-11-21T10:00') }),
      // Of the period of a report on October, this would be one that is only open now.
      runningRow({ issueId: '10004', startedAt: moscow('2026-12-01T10:00'), dueAt: null }),
    ]);
    const ids = (await ask()).issues.map(({ issueId }) => issueId);
    expect(ids).toEqual(['10003', '10002', '10004', '10001']);
  });

  it('reads so many at most, and says how many there are', async () => {
    await save([
      ofOctober({ issueId: '10001' }),
      ...['10002', '10003', '10004'].map((issueId) => cycleRow({ issueId })),
    ]);
    const { issues, ...told } = await ask({ maxIssues: 2 });
    expect(issues).toHaveLength(2);
    expect(told).toMatchObject({ ofPeriod: 3, isWhole: false });
    expect(await ask({ maxIssues: 3 })).toMatchObject({ ofPeriod: 3, isWhole: false });
    expect(await ask({ maxIssues: 4 })).toMatchObject({ ofPeriod: 3, isWhole: true });
  });

  it('lists the newest breaches first, as the list of a report does', async () => {
    await save([
      breachedRow(),
      breachedRow({ issueId: '10002', breachedAt: moscow('2026-11-23T14:30') }),
      runningRow({ issueId: '10003', dueAt: moscow('2026-11-23T14:59') }),
      breachedRow({ issueId: '10004', clock: 'ownership', department: 'NET' }),
    ]);
    const query = { ...NOVEMBER, clocks: ['response', 'resolution'] as const, max: 2 };
    const { breaches } = await ask({ max: 2 });
    expect(breaches.map(({ issueId }) => issueId)).toEqual(['10003', '10002']);
    expect(breaches).toEqual(await sla.store.listBreaches('id-ACME', query));
  });

  it('answers nothing of nothing', async () => {
    expect(await ask()).toEqual({ issues: [], ofPeriod: 0, isWhole: true, breaches: [] });
  });
});

describe('countGroups of some issues only', () => {
  /** Of each issue a met response, and a resolution of so many hours that is met up to 4. */
  const incident = (issueId: string, hours: number, changes: Partial<CycleRow> = {}) => [
    cycleRow({ issueId, clock: 'response', elapsedMs: millis(HOUR), ...changes }),
    (hours > 4 ? breachedRow : cycleRow)({ issueId, elapsedMs: millis(hours * HOUR), ...changes }),
  ];
  const count = (only: readonly string[] | null) =>
    sla.store.countGroups('id-ACME', { ...NOVEMBER, only });

  it('counts those, and nothing else, in every part', async () => {
    const hidden = { projectId: '10200', priorityName: 'Low' };
    await save([
      ...[...incident('10001', 1), ...incident('10002', 3), ...incident('10003', 5)],
      ...incident('10009', 9, hidden),
      // Reopened after the month, and open now.
      runningRow({
        ...{ issueId: '10009', ...hidden, cycle: 2, dueAt: moscow('2026-12-01T12:00') },
        startedAt: moscow('2026-12-01T10:00'),
      }),
      ofOctober({ issueId: '10009', ...hidden, cycle: 3, clock: 'nextResponse' }),
    ]);
    const all = await count(null);
    expect(all).toMatchObject({ reopenedLater: 1 });
    expect([all.previous.length, all.open.length]).toEqual([1, 1]);
    const { groups, trend, durations, ...rest } = await count(['10001', '10002', '10003']);
    const plain = { projectId: '10100', department: null, priorityName: 'High', extended: 0 };
    expect(groups).toHaveLength(3);
    expect(groups).toEqual(
      expect.arrayContaining([
        { clock: 'response', ...plain, state: 'met', count: 3, changedLate: 0 },
        { clock: 'resolution', ...plain, state: 'met', count: 2, changedLate: 0 },
        { clock: 'resolution', ...plain, state: 'breached', count: 1, changedLate: 0 },
      ]),
    );
    expect(trend).toEqual(
      expect.arrayContaining([
        { clock: 'response', bucket: 1, met: 3, breached: 0 },
        { clock: 'resolution', bucket: 1, met: 2, breached: 1 },
      ]),
    );
    const [took] = durations.filter((it) => it.clock === 'resolution' && it.of === 'all');
    // Of 1, 3 and 5 h the 2nd and the 3rd.
    expect(took).toMatchObject({ n: 3, p50Ms: 3 * HOUR, p90Ms: 5 * HOUR });
    expect(durations.filter(({ name }) => name === 'Low' || name === '10200')).toEqual([]);
    expect(rest).toMatchObject({ previous: [], open: [], reopenedLater: 0 });
  });

  it('counts the same as of all where all are named', async () => {
    await save([
      ...[...incident('10001', 1), ...incident('10002', 3), ...incident('10003', 5)],
      ofOctober({ issueId: '10004' }),
      runningRow({ issueId: '10005', dueAt: moscow('2026-11-23T16:00') }),
    ]);
    const { issues } = await ask();
    const sorted = (counts: object) =>
      JSON.stringify(counts, (_key, value) =>
        Array.isArray(value) ? value.map((it) => JSON.stringify(it)).sort() : value,
      );
    const some = await count(issues.map(({ issueId }) => issueId));
    expect(sorted(some)).toBe(sorted(await count(null)));
    expect(issues).toHaveLength(5);
  });

  it('counts nothing where none is named', async () => {
    await save(incident('10001', 1));
    expect(await count([])).toMatchObject({ groups: [], durations: [], open: [], trend: [] });
  });

  it('stays within what a statement may have with 2,000 of them', async () => {
    await save(incident('10001', 1));
    sla.database.statements.length = 0;
    const ids = Array.from({ length: 2000 }, (_, index) => String(10_001 + index));
    expect((await count(ids)).groups).toHaveLength(2);
    // Forge SQL limits a request to 1 MiB, ids included.
    const [statement = ''] = sla.database.statements;
    const ofIds = 10 * JSON.stringify(ids).length;
    expect(statement.length + ofIds).toBeLessThan(256 * 1024);
  });
});
