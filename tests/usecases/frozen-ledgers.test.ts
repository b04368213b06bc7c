import { millis } from '../../src/core/time';
import { runBackfill } from '../../src/usecases/backfill/run-backfill';
import { startBackfill } from '../../src/usecases/backfill/start-backfill';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import {
  comment,
  DONE,
  incident,
  moscow,
  OPEN,
  statusChange,
  WAITING,
  WORKING,
} from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

// Monday 2026-11-23, Moscow, office hours 09-18: created 10:00, the goals are 1 h and 4 h. Waiting
// for the client 10:15-11:00, answered 10:30, done 11:30. Only a comment is an answer.
const LIFE = [
  statusChange(moscow('2026-11-23T10:15'), OPEN, WAITING),
  comment(moscow('2026-11-23T10:30')),
  statusChange(moscow('2026-11-23T11:00'), WAITING, WORKING),
  statusChange(moscow('2026-11-23T11:30'), WORKING, DONE),
];

function world(): SlaWorld {
  const world = new SlaWorld();
  const { clocks } = goldPolicy();
  const response = { goals: [], ...clocks.response, by: ['publicComment'] as const };
  world.addPolicy(goldPolicy({ clocks: { ...clocks, response } }));
  world.addProject();
  return world;
}

const told = async (w: SlaWorld) =>
  (await w.env.ledgers.listLedgers('10001')).map(({ clock, cycle, entries }) => [
    `${clock} ${cycle}`,
    ...entries.map(({ from, to, label }) => `${label.kind} ${(to - from) / 60_000}`),
  ]);

describe('a frozen cycle', () => {
  it('keeps what its time went to, as its own clock told it', async () => {
    const w = world();
    w.addIssue(incident({ events: LIFE }));
    await refreshIssue(w.env, '10001');
    expect(await told(w)).toEqual([
      // The answer is waited for in the status that pauses the solution, too.
      ['response 1', 'queue 15', 'running 15'],
      ['resolution 1', 'queue 15', 'paused 45', 'running 30'],
    ]);
    const rows = await w.store.listCycles(['10001']);
    expect(rows.map(({ elapsedMs, pausedMs }) => [elapsedMs, pausedMs])).toEqual([
      [millis(30 * 60_000), 0],
      [millis(45 * 60_000), millis(45 * 60_000)],
    ]);
  });

  it('has none while it runs', async () => {
    const w = world();
    w.addIssue(incident({ events: LIFE.slice(0, 2) }));
    w.now = moscow('2026-11-23T10:45');
    await refreshIssue(w.env, '10001');
    expect(await told(w)).toEqual([['response 1', 'queue 15', 'running 15']]);
  });

  it('keeps its ledger, whatever the history says later', async () => {
    const w = world();
    w.addIssue(incident({ events: LIFE }));
    await refreshIssue(w.env, '10001');
    const before = await told(w);
    w.addIssue(incident({ events: LIFE.slice(1) }));
    w.now = moscow('2026-11-24T12:00');
    await refreshIssue(w.env, '10001');
    await startBackfill(w.env, 'id-ACME');
    await runBackfill(w.env, 'new-1');
    expect(await told(w)).toEqual(before);
    expect(w.ledgers.saves).toBe(1);
  });

  it('gets it from a backfill, too, in one go for all', async () => {
    const w = world();
    w.addIssue(incident({ events: LIFE }));
    w.addIssue(incident({ issueId: '10002', key: 'SUP-2', events: LIFE }));
    await startBackfill(w.env, 'id-ACME');
    await runBackfill(w.env, 'new-1');
    expect(w.ledgers.saves).toBe(1);
    expect(await told(w)).toHaveLength(2);
    expect(await w.env.ledgers.listLedgers('10002')).toHaveLength(2);
  });

  it('has the ledger of the freezing that came first when two readings meet', async () => {
    const w = world();
    w.addIssue(incident({ events: LIFE }));
    // The first reading writes its ledgers and dies; Jira then says otherwise.
    const { env } = w;
    const sla = { ...env.sla, listCycles: env.sla.listCycles, saveCycles: dies };
    await expect(refreshIssue({ ...env, sla }, '10001')).rejects.toThrow('killed');
    w.addIssue(incident({ events: LIFE.slice(1) }));
    w.now = moscow('2026-11-23T12:10');
    await refreshIssue(w.env, '10001');
    expect(await told(w)).toEqual([
      // Without the wait in its history.
      ['response 1', 'queue 30'],
      ['resolution 1', 'queue 60', 'running 30'],
    ]);
  });
});

async function dies(): Promise<void> {
  throw new Error('killed');
}
