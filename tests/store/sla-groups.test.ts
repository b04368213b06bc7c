import type { AnyClockName } from '../../src/core/sla/judge/cycle';
import type { CycleRow } from '../../src/core/sla/verdict/cycle-row';
import { millis } from '../../src/core/time';
import type { CyclePageQuery, GroupQuery } from '../../src/usecases/ports/report-queries';
import { breachedRow, cycleRow, runningRow } from '../builders/cycle-row';
import { moscow } from '../builders/incident';
import { queryOf, READ_AT, saverOf, slaStoreUnderTest } from './sla-store-under-test';

const sla = slaStoreUnderTest();
const save = saverOf(sla);
const HOUR = 3_600_000;

const NOVEMBER: GroupQuery = queryOf(
  { from: moscow('2026-11-01T00:00'), to: moscow('2026-12-01T00:00') },
  READ_AT,
);

const count = (query: Partial<GroupQuery> = {}) =>
  sla.store.countGroups('id-ACME', { ...NOVEMBER, ...query });

/** An ownership cycle of NET, met on Monday 2026-11-23 at 13:00 Moscow. */
const owned = (changes: Partial<CycleRow> = {}) =>
  cycleRow({ clock: 'ownership', department: 'NET', ...changes });

/** Cycles that took so many hours each, of issues of their own. */
const took = (hours: readonly number[], changes: Partial<CycleRow> = {}) =>
  hours.map((each, index) =>
    cycleRow({ issueId: String(20_000 + index), elapsedMs: millis(each * HOUR), ...changes }),
  );

describe('countGroups', () => {
  it('counts the four clocks by place, priority and state in one statement', async () => {
    await save([
      cycleRow(),
      cycleRow({ issueId: '10002', extendedMs: millis(HOUR) }),
      breachedRow({ issueId: '10003', priorityName: 'Low', goalChangedLate: true }),
      cycleRow({ clock: 'response' }),
      runningRow({ clock: 'nextResponse', dueAt: moscow('2026-11-23T16:00') }),
      owned(),
      owned({ cycle: 2, department: 'VIRT' }),
    ]);
    sla.database.statements.length = 0;
    const { groups, ...rest } = await count();
    expect(sla.database.statements).toHaveLength(1);
    const place = { projectId: '10100', department: null };
    const plain = { priorityName: 'High', state: 'met', extended: 0, changedLate: 0 };
    expect(groups).toHaveLength(6);
    expect(groups).toEqual(
      expect.arrayContaining([
        { clock: 'resolution', ...place, ...plain, count: 2, extended: 1 },
        {
          ...{ clock: 'resolution', ...place, priorityName: 'Low', state: 'breached' },
          ...{ count: 1, extended: 0, changedLate: 1 },
        },
        { clock: 'response', ...place, ...plain, count: 1 },
        { clock: 'nextResponse', ...place, ...plain, state: 'running', count: 1 },
        { clock: 'ownership', projectId: null, department: 'NET', ...plain, count: 1 },
        { clock: 'ownership', projectId: null, department: 'VIRT', ...plain, count: 1 },
      ]),
    );
    expect(rest).toMatchObject({ computedAt: READ_AT, backfill: null, historyRead: false });
    expect(rest.trend).toEqual([]);
  });

  it('leaves other client projects and other months out', async () => {
    await save([
      cycleRow({ clientProjectId: 'id-BETA' }),
      cycleRow({ issueId: '10002', decidedAt: moscow('2026-12-01T00:00') }),
      cycleRow({ issueId: '10003', decidedAt: moscow('2026-11-01T00:00') }),
      runningRow({ issueId: '10004', startedAt: moscow('2026-12-01T00:00') }),
    ]);
    expect((await count()).groups).toMatchObject([{ state: 'met', count: 1 }]);
  });

  it('takes a running clock for breached from its due on, in the period of the due', async () => {
    await save([
      runningRow({ dueAt: moscow('2026-11-23T14:59') }),
      runningRow({ issueId: '10002', dueAt: READ_AT }),
      runningRow({
        ...{ issueId: '10003', startedAt: moscow('2026-10-30T10:00') },
        dueAt: moscow('2026-10-30T14:00'),
      }),
    ]);
    const { groups } = await count();
    expect(groups.map(({ state, count: n }) => `${state} ${n}`).sort()).toEqual([
      'breached 1',
      'running 1',
    ]);
  });

  it('counts by the beginning and by the first priority where it is asked to', async () => {
    const started = moscow('2026-10-30T10:00');
    await save([
      cycleRow({ startedAt: started, firstPriorityName: 'Low' }),
      cycleRow({ issueId: '10002', firstPriorityName: 'Low' }),
      runningRow({ issueId: '10003', dueAt: moscow('2026-11-23T14:00') }),
    ]);
    const { groups } = await count({ by: 'started', priority: 'first' });
    expect(
      groups.map(({ priorityName, state, count: n }) => `${priorityName} ${state} ${n}`).sort(),
    ).toEqual(['High breached 1', 'Low met 1']);
  });

  it('puts what was decided into the buckets of a trend, half-open', async () => {
    const trend = ['2026-09-01', '2026-10-01', '2026-11-01', '2026-12-01'].map((day) =>
      moscow(`${day}T00:00`),
    );
    await save([
      cycleRow({ decidedAt: moscow('2026-10-01T00:00') }),
      breachedRow({ issueId: '10002', decidedAt: moscow('2026-10-31T23:59') }),
      cycleRow({ issueId: '10003' }),
      runningRow({ issueId: '10004', dueAt: moscow('2026-11-23T14:00') }),
      cycleRow({ issueId: '10005', state: 'excluded' }),
      cycleRow({ issueId: '10006', decidedAt: moscow('2026-12-01T00:00') }),
    ]);
    const { trend: points } = await count({ trend });
    expect([...points].sort((a, b) => a.bucket - b.bucket)).toEqual([
      { clock: 'resolution', bucket: 1, met: 1, breached: 1 },
      { clock: 'resolution', bucket: 2, met: 1, breached: 1 },
    ]);
  });

  it('gives nearest-rank percentiles of completed cycles', async () => {
    // Of ten values the 5th and the 9th; of three the 2nd and the 3rd.
    await save([
      ...took([10, 1, 9, 2, 8, 3, 7, 4, 6, 5]),
      ...took([2, 4, 6], { clock: 'ownership', department: 'NET' }),
      cycleRow({ issueId: '30001', state: 'excluded', elapsedMs: millis(99 * HOUR) }),
      breachedRow({ issueId: '30002', stoppedAt: null, elapsedMs: millis(99 * HOUR) }),
    ]);
    const { durations } = await count();
    const hours = durations.map(
      ({ clock, of, name, n, p50Ms, p90Ms }) =>
        `${clock} ${of} ${name}: ${p50Ms / HOUR} ${p90Ms / HOUR} of ${n}`,
    );
    expect(hours.sort()).toEqual([
      'ownership all : 4 6 of 3',
      'ownership department NET: 4 6 of 3',
      'ownership priority High: 4 6 of 3',
      'resolution all : 5 9 of 10',
      'resolution department 10100: 5 9 of 10',
      'resolution priority High: 5 9 of 10',
    ]);
  });

  it('counts the time before a change of goal, though the new goal does not', async () => {
    // Mon 10:00 Medium 3 h; 11:00 High 2 h from the change; done at 12:30: 1 h and 1 h 30 m.
    const took = { elapsedMs: millis(1.5 * HOUR), beforeChangeMs: millis(HOUR) };
    await save([cycleRow(took)]);
    const [all] = (await count()).durations.filter(({ of }) => of === 'all');
    expect(all).toMatchObject({ n: 1, p50Ms: 2.5 * HOUR, p90Ms: 2.5 * HOUR });
  });

  it('counts what a cycle carried as its time, too', async () => {
    await save([cycleRow({ carriedMs: millis(2 * HOUR) })]);
    const [all] = (await count()).durations.filter(({ of }) => of === 'all');
    expect(all).toMatchObject({ n: 1, p50Ms: 5 * HOUR, p90Ms: 5 * HOUR });
  });

  it('counts the period before as it counts the period, for the comparison', async () => {
    const october = { from: moscow('2026-10-01T00:00'), to: moscow('2026-11-01T00:00') };
    await save([
      cycleRow({ decidedAt: october.from }),
      breachedRow({ issueId: '10002', decidedAt: moscow('2026-10-31T23:59') }),
      cycleRow({ issueId: '10003', state: 'excluded', decidedAt: october.from }),
      runningRow({
        ...{ issueId: '10004', startedAt: moscow('2026-10-30T10:00') },
        dueAt: moscow('2026-10-30T14:00'),
      }),
      cycleRow({ issueId: '10005' }),
      cycleRow({ issueId: '10006', clock: 'response', decidedAt: moscow('2026-09-30T23:59') }),
    ]);
    const { previous, groups } = await count({ previous: october });
    expect(previous).toEqual([{ clock: 'resolution', met: 1, breached: 2 }]);
    expect(groups).toMatchObject([{ state: 'met', count: 1 }]);
  });

  it('counts what is late now, and what is due within a day, of any period', async () => {
    const early = { startedAt: moscow('2026-10-01T10:00') };
    const dueAt = moscow('2026-11-23T14:59');
    await save([
      breachedRow({ ...early, stoppedAt: null, breachedAt: moscow('2026-10-01T14:00') }),
      breachedRow({ issueId: '10002' }),
      runningRow({ issueId: '10003', dueAt }),
      // Late once, and in time again after the goal was eased: still a breach, and not due.
      runningRow({ issueId: '10004', breachedAt: dueAt, decidedAt: dueAt }),
      runningRow({ issueId: '10005', dueAt: READ_AT }),
      runningRow({ issueId: '10006', dueAt: moscow('2026-11-24T14:59') }),
      runningRow({ issueId: '10007', dueAt: moscow('2026-11-24T15:00') }),
      runningRow({ issueId: '10008', state: 'paused', dueAt: null }),
      runningRow({ issueId: '10009', clock: 'ownership', department: 'NET', dueAt }),
    ]);
    const { open } = await count({ dueBefore: moscow('2026-11-24T15:00') });
    expect(Object.fromEntries(open.map((it) => [it.clock, [it.breached, it.dueSoon]]))).toEqual({
      resolution: [3, 2],
      ownership: [1, 0],
    });
  });

  it('answers nothing of nothing', async () => {
    expect(await count({ trend: [NOVEMBER.period.from, NOVEMBER.period.to] })).toEqual({
      ...{ groups: [], trend: [], durations: [], previous: [], open: [] },
      ...{ computedAt: null, backfill: null, historyRead: false, reopenedLater: 0 },
    });
  });
});

describe('listPeriodCycles', () => {
  const page = (changes: Partial<CyclePageQuery> = {}) =>
    sla.store.listPeriodCycles('id-ACME', { ...NOVEMBER, after: null, max: 10, ...changes });
  const name = ({ issueId, clock, cycle }: CycleRow) => `${issueId} ${clock} ${cycle}`;

  it('lists exactly the cycles that are counted, with their states of now', async () => {
    await save([
      cycleRow(),
      cycleRow({ issueId: '10002', state: 'excluded' }),
      runningRow({ issueId: '10003', dueAt: moscow('2026-11-23T14:59') }),
      cycleRow({ issueId: '10004', decidedAt: moscow('2026-12-01T00:00') }),
      cycleRow({ issueId: '10005', clientProjectId: 'id-BETA' }),
      owned({ issueId: '10006' }),
    ]);
    const [rows, { groups }] = [await page(), await count()];
    expect(rows.map((row) => `${name(row)} ${row.state}`)).toEqual([
      '10001 resolution 1 met',
      '10002 resolution 1 excluded',
      '10003 resolution 1 breached',
      '10006 ownership 1 met',
    ]);
    expect(groups.reduce((sum, group) => sum + group.count, 0)).toBe(4);
  });

  it('goes on after the last row of the page before, one statement a page', async () => {
    await save([
      cycleRow({ clock: 'response' }),
      ...[cycleRow(), cycleRow({ cycle: 2 }), cycleRow({ issueId: '10002' })],
    ]);
    const first = await page({ max: 2 });
    expect(first.map(name)).toEqual(['10001 resolution 1', '10001 resolution 2']);
    sla.database.statements.length = 0;
    const rest = await page({ max: 2, after: first.at(-1) ?? null });
    expect(rest.map(name)).toEqual(['10001 response 1', '10002 resolution 1']);
    expect(sla.database.statements).toHaveLength(1);
  });
});

describe('what the client is promised', () => {
  it('is listed without the clocks of messages and departments', async () => {
    const late = { state: 'breached', breachedAt: moscow('2026-11-23T12:00') } as const;
    await save([
      breachedRow({ clock: 'ownership', department: 'NET', stoppedAt: null }),
      breachedRow({ clock: 'nextResponse', ...late }),
      breachedRow({ issueId: '10002' }),
    ]);
    const { period, now } = NOVEMBER;
    const list = (clocks: readonly AnyClockName[]) =>
      sla.store.listBreaches('id-ACME', { period, now, by: 'decided', clocks, max: 10 });
    const breaches = await list(['response', 'resolution']);
    expect(breaches.map(({ issueId }) => issueId)).toEqual(['10002']);
    expect(await list(['ownership'])).toMatchObject([{ clock: 'ownership', department: 'NET' }]);
    expect(await sla.store.listOpenBreaches(now, 10)).toEqual([]);
  });
});
