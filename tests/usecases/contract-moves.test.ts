import type { HistoryEvent } from '../../src/core/sla/judge/history';
import type { Policy } from '../../src/core/sla/policy/policy';
import { runBackfill } from '../../src/usecases/backfill/run-backfill';
import { startBackfill } from '../../src/usecases/backfill/start-backfill';
import { readIncidentClocks } from '../../src/usecases/clocks/read-incident-clocks';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { sweepIncidents } from '../../src/usecases/clocks/sweep-incidents';
import { comment, DONE, incident, moscow, OPEN, statusChange } from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

// Monday 2026-11-23, Moscow, Mon-Fri 09-18: created 10:00 as BETA's, whose goal is 4 h.
const at = (time: string) => moscow(`2026-11-23T${time}`);
const HOUR = 3_600_000;
const LABELS: HistoryEvent = {
  ...{ kind: 'field', field: 'labels', fieldId: 'labels', at: at('11:30'), record: '9' },
  ...{ by: 'anna', byApp: false },
  ...{ from: { id: '', name: 'BETA' }, to: { id: '', name: 'ACME' } },
};

function contract(key: string, changes: Partial<Policy> = {}): Policy {
  const goals = [{ target: '4h', calendar: 'office' }];
  return goldPolicy({ key, name: key, clocks: { resolution: { goals } }, ...changes });
}

/** Seen as BETA's at 11:00; from 11:30 on it is ACME's. */
async function moved(acme: Policy, later: readonly HistoryEvent[] = []): Promise<SlaWorld> {
  const w = new SlaWorld();
  w.addPolicy(contract('beta'));
  w.addPolicy(acme);
  w.addProject({ policyKey: acme.key });
  w.addProject({ key: 'BETA', policyKey: 'beta' });
  w.addIssue(incident({ events: [LABELS, ...later] }), ['BETA']);
  w.now = at('11:00');
  await refreshIssue(w.env, '10001');
  w.addIssue(incident({ events: [LABELS, ...later] }), ['ACME']);
  return w;
}

async function look(w: SlaWorld, time: string): Promise<void> {
  w.now = at(time);
  await refreshIssue(w.env, '10001');
}

const CARRY = contract('acme', { carryOnMove: true });

const rowsOf = (w: SlaWorld, key: string) =>
  [...w.store.rows.values()].filter(({ clientProjectId }) => clientProjectId === `id-${key}`);

describe('an incident that passes to another contract', () => {
  it('ends as moved where it was, and brings along 1.5 h: 4 h are due 14:00', async () => {
    const w = await moved(CARRY);
    await look(w, '12:00');
    expect(rowsOf(w, 'BETA')).toMatchObject([
      {
        ...{ state: 'excluded', reason: 'moved to contract acme', stoppedHow: 'moved' },
        ...{ stoppedAt: at('11:30'), elapsedMs: 1.5 * HOUR, frozenAt: at('12:00') },
      },
    ]);
    expect(rowsOf(w, 'ACME')).toMatchObject([
      {
        ...{ cycle: 1, state: 'running', startedAt: at('11:30'), dueAt: at('14:00') },
        ...{ carriedMs: 1.5 * HOUR, elapsedMs: 0.5 * HOUR },
      },
    ]);
    expect(w.properties.get('10001 tam')).toMatchObject({ client: 'ACME' });
  });

  it('has the full 4 h from 11:30 where the contract carries nothing: due 15:30', async () => {
    const w = await moved(contract('acme'));
    await look(w, '12:00');
    expect(rowsOf(w, 'ACME')).toMatchObject([
      { carriedMs: 0, startedAt: at('11:30'), dueAt: at('15:30') },
    ]);
  });

  it('freezes the time that it took there', async () => {
    const w = await moved(CARRY);
    await look(w, '12:00');
    const [ledger] = await w.env.ledgers.listLedgers('10001');
    expect(ledger).toMatchObject({ clientProjectId: 'id-BETA', policyKey: 'beta' });
    expect(ledger?.entries.at(-1)?.to).toBe(at('11:30'));
  });

  it('keeps a breach of before: goal 1 h there, breached 11:00, moved 11:30', async () => {
    const w = new SlaWorld();
    const goals = [{ target: '1h', calendar: 'office' }];
    w.addPolicy(contract('beta', { clocks: { resolution: { goals } } }));
    w.addPolicy(CARRY);
    w.addProject({ policyKey: 'acme' });
    w.addProject({ key: 'BETA', policyKey: 'beta' });
    w.addIssue(incident({ events: [LABELS] }), ['BETA']);
    await look(w, '11:15');
    w.addIssue(incident({ events: [LABELS] }), ['ACME']);
    await look(w, '12:00');
    expect(rowsOf(w, 'BETA')).toMatchObject([
      { state: 'breached', breachedAt: at('11:00'), stoppedAt: at('11:30'), stoppedHow: 'moved' },
    ]);
  });

  it('is the same however often, however late and by whatever it is looked at', async () => {
    const done = statusChange(at('13:00'), OPEN, DONE);
    const events = [comment(at('12:15')), done];
    const once = await moved(CARRY, events);
    await look(once, '15:00');
    const often = await moved(CARRY, events);
    for (const time of ['11:45', '12:00', '12:00', '12:30', '13:30']) await look(often, time);
    often.now = at('15:00');
    await sweepIncidents(often.env);
    expect(often.pending('refresh')).toEqual([]);
    await look(often, '15:00');
    expect(often.store.verdicts()).toEqual(once.store.verdicts());
    expect(rowsOf(often, 'ACME')).toMatchObject([
      { state: 'met', stoppedAt: at('13:00'), carriedMs: 1.5 * HOUR, elapsedMs: 1.5 * HOUR },
    ]);
  });

  it('waits in a backfill of the new contract until the issue itself has been looked at', async () => {
    const w = await moved(CARRY);
    w.now = at('12:00');
    await startBackfill(w.env, 'id-ACME');
    const [id = ''] = w.pending('backfill');
    await runBackfill(w.env, id);
    expect(rowsOf(w, 'ACME')).toEqual([]);
    expect(w.pending('refresh')).toContain('10001');
    await look(w, '12:00');
    expect(rowsOf(w, 'ACME')).toMatchObject([{ startedAt: at('11:30'), dueAt: at('14:00') }]);
    w.now = at('12:05');
    w.jobs.length = 0;
    await startBackfill(w.env, 'id-ACME');
    await runBackfill(w.env, w.pending('backfill')[0] ?? '');
    expect(rowsOf(w, 'ACME')).toMatchObject([{ startedAt: at('11:30'), dueAt: at('14:00') }]);
  });

  it('is shown in the panel as the new contract has it', async () => {
    const w = await moved(CARRY);
    await look(w, '12:00');
    const shown = await readIncidentClocks(w.env, '10001');
    expect(shown?.projectId).toBe('id-ACME');
    expect(shown?.sla.clocks).toMatchObject([
      { startedAt: '2026-11-23T08:30:00.000Z', dueAt: '2026-11-23T11:00:00.000Z' },
    ]);
  });

  it('goes on as from the start under the same contract of another client project', async () => {
    const w = await moved(contract('beta'));
    await look(w, '12:00');
    expect(rowsOf(w, 'BETA')).toEqual([]);
    expect(rowsOf(w, 'ACME')).toMatchObject([{ startedAt: at('10:00'), dueAt: at('14:00') }]);
  });

  it('is no incident any more where no contract takes it over', async () => {
    const w = await moved(CARRY);
    w.addIssue(incident({ events: [LABELS] }), []);
    await look(w, '12:00');
    expect(w.store.rows.size).toBe(0);
  });

  it('was no move where the client project’s JQL is what has changed', async () => {
    const w = await moved(CARRY);
    const [acme, beta] = w.projects;
    w.projects.length = 0;
    if (acme && beta) w.projects.push(acme, { ...beta, incidentsJql: 'labels = GAMMA' });
    await look(w, '12:00');
    expect(rowsOf(w, 'ACME')).toMatchObject([{ startedAt: at('10:00'), dueAt: at('14:00') }]);
  });

  it('leaves alone a contract whose incident it was beside the other', async () => {
    const w = await moved(CARRY);
    w.addIssue(incident({ events: [LABELS] }), ['ACME', 'BETA']);
    await look(w, '11:10');
    w.addIssue(incident({ events: [LABELS] }), ['ACME']);
    await look(w, '12:00');
    expect(rowsOf(w, 'BETA')).toEqual([]);
    expect(rowsOf(w, 'ACME')).toMatchObject([{ startedAt: at('10:00'), dueAt: at('14:00') }]);
  });
});

describe('an incident that was put to another contract by mistake', () => {
  it('comes back as a second cycle, which has the full goal unless the contract carries', async () => {
    const back: HistoryEvent = { ...LABELS, at: at('12:30'), record: '10' };
    const w = await moved(CARRY, [back]);
    await look(w, '12:00');
    w.addIssue(incident({ events: [LABELS, back] }), ['BETA']);
    await look(w, '13:00');
    await look(w, '13:30');
    expect(rowsOf(w, 'BETA')).toMatchObject([
      { cycle: 1, state: 'excluded', stoppedAt: at('11:30') },
      { cycle: 2, state: 'running', startedAt: at('12:30'), carriedMs: 0, dueAt: at('16:30') },
    ]);
    expect(rowsOf(w, 'ACME')).toMatchObject([
      // 1.5 h from there and 1 h here.
      { state: 'excluded', stoppedAt: at('12:30'), carriedMs: 1.5 * HOUR, elapsedMs: HOUR },
    ]);
    expect(w.properties.get('10001 tam')).toMatchObject({ client: 'BETA' });
    const shown = await readIncidentClocks(w.env, '10001');
    expect(shown?.sla.clocks.map(({ cycle, frozen }) => [cycle, frozen?.isOtherwise])).toEqual([
      [1, false],
      [2, undefined],
    ]);
  });
});

describe('a change that the search index may not have seen', () => {
  it('is looked at again 50 s later, when it could mean another contract', async () => {
    const w = await moved(CARRY);
    w.addIssue(incident({ events: [LABELS] }), ['BETA']);
    w.jobs.length = 0;
    await look(w, '11:30');
    expect(w.jobs).toEqual([{ queue: 'refresh', id: '10001', due: at('11:30') + 50_000 }]);
    w.addIssue(incident({ events: [LABELS] }), ['ACME']);
    await look(w, '11:31');
    expect(rowsOf(w, 'ACME')).toMatchObject([{ startedAt: at('11:30'), dueAt: at('14:00') }]);
    expect(w.jobs).toHaveLength(1);
  });
});
