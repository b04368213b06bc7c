import type { SimulationView } from '../../src/contract/simulation';
import { cancelSimulation } from '../../src/usecases/cancel-simulation';
import { JiraBusyError } from '../../src/usecases/ports/jira-busy-error';
import { showSimulation } from '../../src/usecases/show-simulation';
import { monthsBefore, simulateContract } from '../../src/usecases/simulate-contract';
import { startSimulation } from '../../src/usecases/start-simulation';
import { comment, incident, moscow } from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

/** Each answered after half an hour; gold promises one hour. */
function world(incidents: number): SlaWorld {
  const world = new SlaWorld();
  world.addPolicy();
  world.addProject();
  for (let number = 1; number <= incidents; number += 1) {
    const ids = { issueId: String(10_000 + number), key: `SUP-${number}` };
    world.addIssue(incident({ ...ids, events: [comment(moscow('2026-11-23T10:30'))] }));
  }
  return world;
}

/** An answer within 15 minutes instead of an hour. */
const strict = goldPolicy({
  name: 'Strict',
  version: 3,
  clocks: { response: { goals: [{ target: '15m', calendar: 'office' }] } },
});

async function started(w: SlaWorld, text = JSON.stringify(strict)): Promise<string> {
  const answer = await startSimulation(w.env, { clientProjectId: 'id-ACME', months: 3, text });
  if (!answer.ok) throw new Error(answer.problem.text);
  return answer.value;
}

const shown = async (w: SlaWorld): Promise<SimulationView> => {
  const view = await showSimulation(w.env);
  if (view === null) throw new Error('there is no simulation');
  return view;
};

describe('simulateContract', () => {
  it('shows two tallies and the flips, and touches no verdict', async () => {
    const w = world(2);
    const id = await started(w);
    expect(w.pending('simulate')).toEqual([id]);
    await simulateContract(w.env, id);
    expect(await shown(w)).toMatchObject({
      state: 'done',
      done: 2,
      total: 2,
      present: 'Gold v1',
      other: 'Strict v3',
      tallies: {
        present: { response: { met: 2, breached: 0, notCounted: 0 } },
        other: { response: { met: 0, breached: 2, notCounted: 0 } },
      },
      flipCount: 2,
    });
    expect((await shown(w)).flips[0]).toMatchObject({
      issueKey: 'SUP-1',
      clock: 'response',
      present: { state: 'met', elapsedMs: 1_800_000, targetMs: 3_600_000 },
      other: { state: 'breached', elapsedMs: 1_800_000, targetMs: 900_000 },
      intervals: [],
    });
    expect(w.store.rows.size).toBe(0);
    expect(w.properties.size).toBe(0);
  });

  it('lists no flip of an issue that the viewer may not browse, and still counts it', async () => {
    const w = world(2);
    await simulateContract(w.env, await started(w));
    const hidden = w.issues.get('10001');
    if (hidden === undefined) throw new Error('no issue');
    hidden.isHidden = true;
    const { flips, flipCount } = await shown(w);
    expect(flips.map(({ issueKey }) => issueKey)).toEqual(['SUP-2']);
    expect(flipCount).toBe(2);
  });

  it('replays 2,500 incidents in three steps', async () => {
    const w = world(2500);
    w.pageSize = 2000;
    await simulateContract(w.env, await started(w));
    expect(w.simulations.runs[0]).toMatchObject({ state: 'done', done: 2500, step: 3 });
    expect(w.calls.filter((call) => call === 'app listHistories')).toHaveLength(3);
    const { result } = w.simulations.runs[0] ?? {};
    expect(result).toMatchObject({ incidents: 2500, flipCount: 2500 });
    expect(result?.flips).toHaveLength(200);
  });

  it('waits when Jira asks for it, and ends in the same result', async () => {
    const w = world(2);
    const id = await started(w);
    w.failWith = new JiraBusyError(30, 'jira-burst-based');
    await simulateContract(w.env, id);
    expect(w.pending('simulate')).toEqual([id, id]);
    await simulateContract(w.env, id);
    expect(await shown(w)).toMatchObject({ state: 'done', done: 2, flipCount: 2 });
  });

  it('stops when it is cancelled, and takes no further step', async () => {
    const w = world(2);
    const id = await started(w);
    await cancelSimulation(w.env, id);
    await simulateContract(w.env, id);
    expect(await shown(w)).toMatchObject({ state: 'cancelled', done: 0, flips: [] });
  });
});

describe('startSimulation', () => {
  it('refuses a policy file with every problem of it', async () => {
    const answer = await startSimulation(world(1).env, {
      ...{ clientProjectId: 'id-ACME', months: 3, text: '{"key": "gold"}' },
    });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'invalid' } });
    expect(answer.ok ? '' : answer.problem.text).toContain('name: missing');
  });

  it('refuses goals by JQL, which nobody can judge for the past', async () => {
    const when = { jql: 'labels = vip' };
    const byJql = goldPolicy({
      clocks: { response: { goals: [{ when, target: '15m', calendar: 'office' }] } },
    });
    const request = { clientProjectId: 'id-ACME', months: 1, text: JSON.stringify(byJql) };
    const answer = await startSimulation(world(1).env, request);
    expect(answer.ok ? '' : answer.problem.text).toContain('goals by JQL cannot be judged yet');
  });

  it('refuses a second one while one is under way', async () => {
    const w = world(1);
    await started(w);
    const again = { clientProjectId: 'id-ACME', months: 1, text: JSON.stringify(strict) };
    expect(await startSimulation(w.env, again)).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    });
  });
});

describe('monthsBefore', () => {
  it('keeps to the end of a shorter month', () => {
    expect(monthsBefore(moscow('2026-03-31T12:00'), 1)).toBe('2026-02-28');
    expect(monthsBefore(moscow('2026-11-23T12:00'), 12)).toBe('2025-11-23');
  });
});
