import type { CycleRow } from '../../src/core/sla/cycle-row';
import { instant } from '../../src/core/time';
import type { Backfill } from '../../src/usecases/ports/store-ports';
import { breachedRow, cycleRow, runningRow } from '../builders/cycle-row';
import { moscow } from '../builders/incident';
import { queryOf, READ_AT, saverOf, slaStoreUnderTest } from './sla-store-under-test';

const sla = slaStoreUnderTest();
const save = saverOf(sla);
const later = (minutes: number) => instant(READ_AT + minutes * 60_000);
const frozenRow = (changes: Partial<CycleRow> = {}) => cycleRow({ frozenAt: READ_AT, ...changes });

// November 2026 in Moscow.
const NOVEMBER = { from: moscow('2026-11-01T00:00'), to: moscow('2026-12-01T00:00') };

const NONE = { met: 0, breached: 0, running: 0, paused: 0, noTarget: 0, excluded: 0, invalid: 0 };

describe('what a report counts of the clocks of a client', () => {
  const now = moscow('2026-11-23T16:00');
  const counts = async (period = NOVEMBER, at = now) => {
    const { groups, ...rest } = await sla.store.countGroups('id-ACME', queryOf(period, at));
    const statesOf = (clock: string) => {
      const states = { ...NONE };
      for (const group of groups) if (group.clock === clock) states[group.state] += group.count;
      return states;
    };
    return { ...rest, response: statesOf('response'), resolution: statesOf('resolution') };
  };

  it('is one statement', async () => {
    await counts();
    expect(sla.database.statements).toHaveLength(1);
  });

  it('counts issues of the period that were reopened after it, each once', async () => {
    const [startedAt, dueAt] = [moscow('2026-12-02T10:00'), moscow('2026-12-10T10:00')];
    const december = (changes: Partial<CycleRow>) =>
      runningRow({ cycle: 2, startedAt, dueAt, ...changes });
    await save([
      // Met in November, reopened in December: twice, which is one issue.
      cycleRow(),
      december({}),
      december({ cycle: 3, startedAt: moscow('2026-12-03T10:00') }),
      breachedRow({ issueId: '2' }),
      december({ issueId: '2' }),
      // Reopened in November: both runs are of November.
      cycleRow({ issueId: '3' }),
      december({ issueId: '3', startedAt: moscow('2026-11-30T23:59') }),
      // Of October, and never counted.
      cycleRow({ issueId: '4', decidedAt: moscow('2026-10-31T23:00') }),
      december({ issueId: '4' }),
      cycleRow({ issueId: '5', state: 'excluded' }),
      december({ issueId: '5' }),
      // Another clock, another client project.
      cycleRow({ issueId: '6' }),
      december({ issueId: '6', clock: 'ownership' }),
      cycleRow({ issueId: '7', clientProjectId: 'id-BETA' }),
      december({ issueId: '7', clientProjectId: 'id-BETA' }),
    ]);
    const { resolution, reopenedLater } = await counts(NOVEMBER, moscow('2026-12-05T00:00'));
    expect(reopenedLater).toBe(2);
    expect([resolution.met, resolution.breached]).toEqual([3, 1]);
    sla.database.statements.length = 0;
    await counts();
    expect(sla.database.statements.length).toBe(1);
  });

  it('counts each clock by state', async () => {
    await save([
      cycleRow(),
      cycleRow({ issueId: '2', clock: 'response' }),
      breachedRow({ issueId: '3' }),
      runningRow({ issueId: '4', dueAt: moscow('2026-11-23T17:00') }),
      runningRow({ issueId: '5', state: 'paused', dueAt: null }),
      runningRow({ issueId: '6', state: 'noTarget', dueAt: null, targetMs: null }),
      cycleRow({ issueId: '7', state: 'excluded' }),
      cycleRow({ issueId: '8', state: 'invalid' }),
      cycleRow({ issueId: '9', clientProjectId: 'id-BETA' }),
    ]);
    const { response, resolution, computedAt } = await counts();
    expect(response).toEqual({
      met: 1,
      breached: 0,
      running: 0,
      paused: 0,
      noTarget: 0,
      excluded: 0,
      invalid: 0,
    });
    expect(resolution).toEqual({
      met: 1,
      breached: 1,
      running: 1,
      paused: 1,
      noTarget: 1,
      excluded: 1,
      invalid: 1,
    });
    expect(computedAt).toBe(READ_AT);
  });

  it('counts a running clock as breached from its due on, in the period of the due', async () => {
    await save([runningRow({ dueAt: moscow('2026-11-23T16:00') })]);
    // At the due itself nothing is lost yet.
    expect((await counts()).resolution).toMatchObject({ running: 1, breached: 0 });
    const after = instant(now + 1);
    expect((await counts(NOVEMBER, after)).resolution).toMatchObject({ running: 0, breached: 1 });
    const december = { from: NOVEMBER.to, to: moscow('2027-01-01T00:00') };
    expect((await counts(december, after)).resolution).toMatchObject({ running: 0, breached: 0 });
  });

  it('keeps a breach in the count though a later goal would have been met', async () => {
    await save([
      runningRow({ breachedAt: moscow('2026-11-23T12:00'), decidedAt: moscow('2026-11-23T12:00') }),
    ]);
    expect((await counts()).resolution).toMatchObject({ running: 0, breached: 1 });
  });

  it('takes the first moment of the period and leaves the first one after it', async () => {
    await save([
      cycleRow({ issueId: '1', decidedAt: NOVEMBER.from }),
      cycleRow({ issueId: '2', decidedAt: instant(NOVEMBER.from - 1) }),
      cycleRow({ issueId: '3', decidedAt: NOVEMBER.to }),
    ]);
    expect((await counts()).resolution.met).toBe(1);
  });

  it('leaves an undecided clock out of a period that ended before it started', async () => {
    await save([
      runningRow({ issueId: '1', startedAt: NOVEMBER.to, dueAt: null, state: 'paused' }),
      runningRow({
        issueId: '2',
        startedAt: instant(NOVEMBER.to - 1),
        dueAt: null,
        state: 'paused',
      }),
    ]);
    // The first moment of December is not in November.
    expect((await counts()).resolution).toMatchObject({ paused: 1 });
    const december = { from: NOVEMBER.to, to: moscow('2027-01-01T00:00') };
    expect((await counts(december)).resolution).toMatchObject({ paused: 2 });
  });

  it('is empty, with no moment of computing, for a client project without cycles', async () => {
    expect(await counts()).toMatchObject({ computedAt: null, backfill: null });
  });

  it('tells how far a backfill is while it is under way', async () => {
    const backfill = backfillOf({ state: 'running', done: 1000, total: 2500 });
    await sla.store.addBackfill(backfill);
    expect((await counts()).backfill).toEqual({ done: 1000, total: 2500 });
    await sla.store.saveBackfill({ ...backfill, state: 'done', step: 1 }, 0);
    expect((await counts()).backfill).toBeNull();
  });

  it('tells whether a backfill of the client project was ever done', async () => {
    await sla.store.addBackfill(backfillOf({ id: 'b1', state: 'failed' }));
    await sla.store.addBackfill(
      backfillOf({ id: 'b2', state: 'done', clientProjectId: 'id-BETA' }),
    );
    expect((await counts()).historyRead).toBe(false);
    await sla.store.addBackfill(backfillOf({ id: 'b3', state: 'done' }));
    await sla.store.addBackfill(backfillOf({ id: 'b4', state: 'running' }));
    expect((await counts()).historyRead).toBe(true);
  });
});

describe('listBreaches', () => {
  const list = (max: number, by: 'decided' | 'started' = 'decided') =>
    sla.store.listBreaches('id-ACME', {
      ...{ period: NOVEMBER, now: moscow('2026-11-23T16:00'), by, max },
      clocks: ['response', 'resolution'],
    });

  it('lists by their start those of clocks that began in the period, decided or late', async () => {
    const [started, due] = [moscow('2026-10-30T10:00'), moscow('2026-11-23T15:30')];
    const december = moscow('2026-12-01T10:00');
    await save([
      breachedRow({ issueId: '1', startedAt: started }),
      breachedRow({ issueId: '2', breachedAt: december, decidedAt: december }),
      runningRow({ issueId: '3', dueAt: due }),
      runningRow({ issueId: '4', startedAt: started, dueAt: due }),
      runningRow({ issueId: '5', dueAt: moscow('2026-11-23T18:00') }),
    ]);
    expect((await list(10, 'started')).map(({ issueId }) => issueId)).toEqual(['2', '3']);
    expect((await list(10)).map(({ issueId }) => issueId).sort()).toEqual(['1', '3', '4']);
  });

  it('lists decided and open breaches, the newest first, in one statement', async () => {
    await save([
      breachedRow({ issueId: '1' }),
      runningRow({ issueId: '2', dueAt: moscow('2026-11-23T15:30') }),
      runningRow({ issueId: '3', dueAt: moscow('2026-11-23T18:00') }),
      breachedRow({
        issueId: '4',
        stoppedAt: null,
        pausedBecause: 'vendor',
        breachedAt: moscow('2026-11-22T12:00'),
        decidedAt: moscow('2026-11-22T12:00'),
      }),
      cycleRow({ issueId: '5' }),
    ]);
    sla.database.statements.length = 0;
    const breaches = await list(10);
    expect(sla.database.statements).toHaveLength(1);
    expect(breaches.map(({ issueId, breachedAt }) => [issueId, breachedAt])).toEqual([
      ['2', moscow('2026-11-23T15:30')],
      ['1', moscow('2026-11-23T14:00')],
      ['4', moscow('2026-11-22T12:00')],
    ]);
    expect(breaches[2]).toMatchObject({
      stoppedAt: null,
      pausedBecause: 'vendor',
      targetMs: 14_400_000,
    });
  });

  it('gives no more than asked for', async () => {
    await save([breachedRow({ issueId: '1' }), breachedRow({ issueId: '2' })]);
    expect(await list(1)).toHaveLength(1);
  });
});

describe('open and stale issues', () => {
  it('counts issues with an open breach by client project', async () => {
    await save([
      breachedRow({ issueId: '1', stoppedAt: null }),
      breachedRow({ issueId: '1', clock: 'response', stoppedAt: null }),
      runningRow({ issueId: '2', dueAt: moscow('2026-11-23T14:00') }),
      runningRow({ issueId: '3', dueAt: moscow('2026-11-23T18:00'), clientProjectId: 'id-BETA' }),
      breachedRow({ issueId: '4' }),
    ]);
    expect(await sla.store.countOpenBreaches(moscow('2026-11-23T16:00'))).toEqual(
      new Map([['id-ACME', 2]]),
    );
  });

  it('lists issues with a clock that has not stopped', async () => {
    await save([cycleRow({ issueId: '1' }), runningRow({ issueId: '2' })]);
    expect(await sla.store.listOpenIssueIds(10, null)).toEqual(['2']);
  });

  it('lists issues whose property shows nothing yet, the latest first', async () => {
    await save([
      cycleRow({ issueId: '1', isPublished: false }),
      cycleRow({ issueId: '2' }),
      cycleRow({ issueId: '3', isPublished: false, startedAt: moscow('2026-11-23T11:00') }),
    ]);
    expect(await sla.store.listUnpublishedIssueIds(10)).toEqual(['3', '1']);
  });

  it('lists issues that a walk did not meet, frozen ones only if another JQL selected them', async () => {
    await save([
      cycleRow({ issueId: '1' }),
      cycleRow({ issueId: '2', clientProjectId: 'id-BETA' }),
    ]);
    await save([cycleRow({ issueId: '3' })], later(10));
    await save([frozenRow({ issueId: '4' })]);
    await save([frozenRow({ issueId: '5', selectionHash: 'other' })]);
    const met = {
      clientProjectId: 'id-ACME',
      computedBefore: later(5),
      selectionHash: 's'.repeat(64),
    };
    expect(await sla.store.listStaleIssueIds(met, 10)).toEqual(['1', '5']);
  });
});

function backfillOf(changes: Partial<Backfill> = {}): Backfill {
  return {
    id: 'b1',
    clientProjectId: 'id-ACME',
    state: 'waiting',
    page: null,
    step: 0,
    done: 0,
    total: null,
    skipped: [],
    error: null,
    startedAt: moscow('2026-11-23T10:00'),
    finishedAt: null,
    ...changes,
  };
}

describe('backfills', () => {
  it('gives back what it was given', async () => {
    const backfill = backfillOf({
      page: '1000 token',
      skipped: [{ issueKey: 'SUP-1', why: 'hidden' }],
      error: 'no',
      finishedAt: READ_AT,
    });
    expect(await sla.store.addBackfill(backfill)).toBe(true);
    expect(await sla.store.findBackfill('b1')).toEqual(backfill);
    expect(await sla.store.findBackfill('b2')).toBeNull();
  });

  it('has one under way for a client project, and the next when that has ended', async () => {
    await sla.store.addBackfill(backfillOf());
    expect(await sla.store.addBackfill(backfillOf({ id: 'b2' }))).toBe(false);
    expect(await sla.store.addBackfill(backfillOf({ id: 'b3', clientProjectId: 'id-BETA' }))).toBe(
      true,
    );
    await sla.store.saveBackfill(backfillOf({ state: 'cancelled', step: 1 }), 0);
    expect(await sla.store.addBackfill(backfillOf({ id: 'b2' }))).toBe(true);
  });

  it('moves on from the step that was shown only', async () => {
    await sla.store.addBackfill(backfillOf());
    const next = backfillOf({ state: 'running', step: 1, done: 1000 });
    expect(await sla.store.saveBackfill(next, 0)).toBe(true);
    expect(await sla.store.saveBackfill(next, 0)).toBe(false);
    expect(await sla.store.findBackfill('b1')).toEqual(next);
  });

  it('lists the latest first', async () => {
    await sla.store.addBackfill(backfillOf({ state: 'done' }));
    await sla.store.addBackfill(backfillOf({ id: 'b2', startedAt: READ_AT }));
    expect((await sla.store.listBackfills()).map(({ id }) => id)).toEqual(['b2', 'b1']);
  });

  it('names each client project with one that is done, once', async () => {
    await sla.store.addBackfill(backfillOf({ id: 'b1', state: 'done' }));
    await sla.store.addBackfill(backfillOf({ id: 'b2', state: 'done' }));
    await sla.store.addBackfill(
      backfillOf({ id: 'b3', state: 'cancelled', clientProjectId: 'id-BETA' }),
    );
    expect(await sla.store.listReadHistories()).toEqual(new Set(['id-ACME']));
  });
});
