import type { CycleRow } from '../../src/core/sla/verdict/cycle-row';
import { instant } from '../../src/core/time';
import { backfillOf } from '../builders/backfill';
import { breachedRow, cycleRow, runningRow } from '../builders/cycle-row';
import { moscow } from '../builders/incident';
import { queryOf, READ_AT, saverOf, slaStoreUnderTest } from './sla-store-under-test';

const sla = slaStoreUnderTest();

const save = saverOf(sla);

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
