import type { SlaReport } from '../../src/contract/sla-report';
import { ledgerStore } from '../../src/store/sla/ledgers';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import type { UserEnv } from '../../src/usecases/env';
import { loadSlaReport } from '../../src/usecases/report/load-sla-report';
import { comment, DONE, incident, moscow, statusChange, WORKING } from '../builders/incident';
import { SlaWorld } from '../builders/sla-world';
import { slaStoreUnderTest } from './sla-store-under-test';

const sla = slaStoreUnderTest();
const HOUR = 3_600_000;

/** The world on the real store. */
const envOf = (w: SlaWorld): UserEnv => ({
  ...w.env,
  sla: sla.store,
  ledgers: ledgerStore(sla.database.sql),
});

async function reportOf(w: SlaWorld, period: 'lastMonth' | 'thisMonth'): Promise<SlaReport> {
  const answer = await loadSlaReport(envOf(w), {
    ...{ clientProjectId: 'id-ACME', period, timeZone: 'Europe/Moscow', targetPercent: 95 },
  });
  if (!answer.ok || answer.value.kind !== 'report') throw new Error('no report');
  return answer.value;
}

const figures = ({ resolution, reopenedLater }: SlaReport) => ({
  met: resolution.met,
  breached: resolution.breached,
  running: resolution.running,
  reopenedLater,
});

// Moscow, Mon-Fri 09-18; High is to be solved in 4 h. Created Mon 30 November 2026 at 10:00,
// answered at 10:30, done at 12:00: 2 h. Reopened Wed 2 December at 10:00.
const CREATED = moscow('2026-11-30T10:00');
const NOVEMBER = [
  comment(moscow('2026-11-30T10:30')),
  statusChange(moscow('2026-11-30T12:00'), WORKING, DONE),
];
const REOPENED = statusChange(moscow('2026-12-02T10:00'), DONE, WORKING);

describe('an issue that is reopened after its month was closed', () => {
  let w: SlaWorld;
  beforeEach(async () => {
    w = new SlaWorld();
    w.addPolicy();
    w.addProject();
    w.now = moscow('2026-11-30T15:00');
    w.addIssue(incident({ created: CREATED, events: NOVEMBER }));
    await refreshIssue(envOf(w), '10001');
  });

  it('leaves the closed month its verdict, and says in it that it was reopened', async () => {
    w.now = moscow('2026-12-01T09:00');
    expect(figures(await reportOf(w, 'lastMonth'))).toEqual({
      ...{ met: 1, breached: 0, running: 0, reopenedLater: 0 },
    });
    w.addIssue(incident({ created: CREATED, events: [...NOVEMBER, REOPENED] }));
    w.now = moscow('2026-12-02T11:00');
    await refreshIssue(envOf(w), '10001');
    expect(figures(await reportOf(w, 'lastMonth'))).toEqual({
      ...{ met: 1, breached: 0, running: 0, reopenedLater: 1 },
    });
    // 2 h were used in November, so that the rest of 4 h ends on Wednesday at noon.
    expect(figures(await reportOf(w, 'thisMonth'))).toEqual({
      ...{ met: 0, breached: 0, running: 1, reopenedLater: 0 },
    });
  });

  it('counts the new run in the month in which that one is decided', async () => {
    const closed = statusChange(moscow('2026-12-02T14:00'), WORKING, DONE);
    w.addIssue(incident({ created: CREATED, events: [...NOVEMBER, REOPENED, closed] }));
    w.now = moscow('2026-12-02T15:00');
    await refreshIssue(envOf(w), '10001');
    expect(figures(await reportOf(w, 'lastMonth'))).toMatchObject({ met: 1, breached: 0 });
    // 2 h of November and 4 h of December, of 4 h: over by 2 h.
    expect(figures(await reportOf(w, 'thisMonth'))).toMatchObject({ met: 0, breached: 1 });
    const rows = await sla.store.listCycles(['10001']);
    const resolution = rows.filter(({ clock }) => clock === 'resolution');
    expect(
      resolution.map(({ cycle, state, elapsedMs, carriedMs, decidedAt }) => [
        ...[cycle, state, elapsedMs / HOUR, carriedMs / HOUR, decidedAt],
      ]),
    ).toEqual([
      [1, 'met', 2, 0, moscow('2026-11-30T12:00')],
      [2, 'breached', 4, 2, moscow('2026-12-02T12:00')],
    ]);
    const ledgers = await ledgerStore(sla.database.sql).listLedgers('10001');
    expect(ledgers.map(({ clock, cycle }) => `${clock} ${cycle}`)).toEqual([
      ...['resolution 1', 'resolution 2', 'response 1'],
    ]);
  });
});
