import type { ClockView } from '../../src/contract/views';
import { readIncidentClocks } from '../../src/usecases/clocks/read-incident-clocks';
import { recordSlaAct } from '../../src/usecases/clocks/record-sla-act';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { acmeWorld } from '../builders/acme-world';
import { comment, DONE, incident, moscow, statusChange, WORKING } from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import type { SlaWorld } from '../builders/sla-world';

// Monday 2026-11-23, Moscow, noon: created 10:00, answered 10:30 of one hour, to be solved by 14:00.
const ANSWER = comment(moscow('2026-11-23T10:30'));

async function world(events = [ANSWER]): Promise<SlaWorld> {
  const w = acmeWorld();
  w.addIssue(incident({ events }));
  await refreshIssue(w.env, '10001');
  return w;
}

const clocksOf = async (w: SlaWorld): Promise<readonly ClockView[]> =>
  (await readIncidentClocks(w.env, '10001'))?.sla.clocks ?? [];

describe('the clocks of an incident', () => {
  it('say since when a verdict is frozen, and that Jira still says the same', async () => {
    const [response, resolution] = await clocksOf(await world());
    expect(response?.frozen).toEqual({
      ...{ at: '2026-11-23T09:00:00.000Z', isOtherwise: false, stateNow: 'met' },
    });
    expect(resolution).toMatchObject({ state: 'running', frozen: null });
  });

  it('show what the client was told, though the answer is deleted', async () => {
    const w = await world();
    w.addIssue(incident());
    w.now = moscow('2026-11-23T13:00');
    const [response, resolution] = await clocksOf(w);
    expect(response).toMatchObject({
      ...{ state: 'met', elapsedMs: 30 * 60_000, remainingMs: 30 * 60_000 },
      ...{ stoppedAt: '2026-11-23T07:30:00.000Z', stoppedBy: 'a comment by Name of anna' },
      frozen: { isOtherwise: true, stateNow: 'breached' },
    });
    // The open one is judged as of now: 3 of 4 h.
    expect(resolution).toMatchObject({ elapsedMs: 3 * 3_600_000, frozen: null });
  });

  it('show a run that the history does not have any more', async () => {
    const done = statusChange(moscow('2026-11-23T11:00'), WORKING, DONE);
    const again = [
      statusChange(moscow('2026-11-23T11:15'), DONE, WORKING),
      statusChange(moscow('2026-11-23T11:45'), WORKING, DONE),
    ];
    const w = await world([ANSWER, done, ...again]);
    w.addIssue(incident({ events: [ANSWER, done] }));
    expect((await clocksOf(w)).map(({ clock, cycle, frozen }) => [clock, cycle, frozen])).toEqual([
      ['response', 1, expect.objectContaining({ isOtherwise: false })],
      ['resolution', 1, expect.objectContaining({ isOtherwise: false })],
      ['resolution', 2, expect.objectContaining({ isOtherwise: true, stateNow: null })],
    ]);
  });

  it('keep what stood before a decision by hand in sight', async () => {
    const w = await world();
    await recordSlaAct(w.env, '10001', {
      ...{ clientProjectId: 'id-ACME', clock: 'response', kind: 'exclude' },
      reason: 'The client agreed by phone.',
    });
    w.addIssue(incident());
    const [response] = await clocksOf(w);
    expect(response).toMatchObject({
      ...{ state: 'excluded', elapsedMs: 30 * 60_000 },
      // As it was written down then; judged now it would have been breached.
      original: { state: 'met', dueAt: '2026-11-23T08:00:00.000Z' },
    });
  });

  it('do not compare what another policy decided', async () => {
    const w = await world();
    w.addPolicy(goldPolicy({ key: 'silver', name: 'Silver' }));
    w.projects[0] = { ...w.addProject(), policyKey: 'silver' };
    w.projects.length = 1;
    w.addIssue(incident());
    expect((await clocksOf(w))[0]).toMatchObject({ state: 'met', frozen: { isOtherwise: false } });
  });

  it('cost one statement, and no read of Jira more', async () => {
    const w = await world();
    w.calls.length = 0;
    const { env } = w;
    let statements = 0;
    const counted = <Port extends object>(port: Port): Port =>
      new Proxy(port, {
        get: (store, name) => {
          statements += 1;
          return Reflect.get(store, name);
        },
      });
    const ports = {
      sla: counted(env.sla),
      acts: counted(env.acts),
      projects: counted(env.projects),
    };
    await readIncidentClocks({ ...env, ...ports, incidents: counted(env.incidents) }, '10001');
    expect(statements).toBe(1);
    expect(w.calls).toEqual(['app matchJql', 'user findHistory', 'user listPeople']);
  });
});
