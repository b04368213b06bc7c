import type { CycleRow } from '../../src/core/sla/verdict/cycle-row';
import { instant } from '../../src/core/time';
import { breachedRow, cycleRow, runningRow } from '../builders/cycle-row';
import { moscow } from '../builders/incident';
import { READ_AT, saverOf, slaStoreUnderTest } from './sla-store-under-test';

const sla = slaStoreUnderTest();

const save = saverOf(sla);

const later = (minutes: number) => instant(READ_AT + minutes * 60_000);

const frozenRow = (changes: Partial<CycleRow> = {}) => cycleRow({ frozenAt: READ_AT, ...changes });

// November 2026 in Moscow.
const NOVEMBER = { from: moscow('2026-11-01T00:00'), to: moscow('2026-12-01T00:00') };

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
  it('lists each issue with an open breach once for its client project', async () => {
    await save([
      breachedRow({ issueId: '1', stoppedAt: null }),
      breachedRow({ issueId: '1', clock: 'response', stoppedAt: null }),
      runningRow({ issueId: '2', dueAt: moscow('2026-11-23T14:00') }),
      runningRow({ issueId: '3', dueAt: moscow('2026-11-23T18:00'), clientProjectId: 'id-BETA' }),
      breachedRow({ issueId: '4' }),
    ]);
    const now = moscow('2026-11-23T16:00');
    expect(await sla.store.listOpenBreaches(now, 10)).toEqual([
      { clientProjectId: 'id-ACME', issueId: '1' },
      { clientProjectId: 'id-ACME', issueId: '2' },
    ]);
    expect(await sla.store.listOpenBreaches(now, 1)).toHaveLength(1);
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
