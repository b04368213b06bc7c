import type { SimulationView } from '../../src/contract/simulation';
import { sweepIncidents } from '../../src/usecases/clocks/sweep-incidents';
import { JiraBusyError } from '../../src/usecases/ports/jira-busy-error';
import { cancelSimulation } from '../../src/usecases/simulation/cancel-simulation';
import { deleteSimulation } from '../../src/usecases/simulation/delete-simulation';
import { listSimulations } from '../../src/usecases/simulation/list-simulations';
import { resumeSimulation } from '../../src/usecases/simulation/resume-simulation';
import { monthsBefore, simulateContract } from '../../src/usecases/simulation/simulate-contract';
import { startSimulation } from '../../src/usecases/simulation/start-simulation';
import { worldOfIncidents } from '../builders/acme-world';
import { moscow } from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import type { SlaWorld } from '../builders/sla-world';

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
  const { open: view } = await listSimulations(w.env);
  if (view === null) throw new Error('there is no simulation');
  return view;
};

describe('simulateContract', () => {
  it('shows two tallies and the flips, and touches no verdict', async () => {
    const w = worldOfIncidents(2);
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
      selectedBy: 'both',
    });
    expect(w.store.rows.size).toBe(0);
    expect(w.properties.size).toBe(0);
  });

  it('lists no flip of an issue that the viewer may not browse, and still counts it', async () => {
    const w = worldOfIncidents(2);
    await simulateContract(w.env, await started(w));
    const hidden = w.issues.get('10001');
    if (hidden === undefined) throw new Error('no issue');
    hidden.isHidden = true;
    const { flips, flipCount } = await shown(w);
    expect(flips.map(({ issueKey }) => issueKey)).toEqual(['SUP-2']);
    expect(flipCount).toBe(2);
  });

  it('replays 2,500 incidents in three steps', async () => {
    const w = worldOfIncidents(2500);
    w.pageSize = 2000;
    await simulateContract(w.env, await started(w));
    expect(w.simulations.runs[0]).toMatchObject({ state: 'done', done: 2500, step: 3 });
    expect(w.calls.filter((call) => call === 'app listHistories')).toHaveLength(3);
    const { result } = w.simulations.runs[0] ?? {};
    expect(result).toMatchObject({ incidents: 2500, flipCount: 2500 });
    expect(result?.flips).toHaveLength(200);
  });

  it('waits when Jira asks for it, and ends in the same result', async () => {
    const w = worldOfIncidents(2);
    const id = await started(w);
    w.failWith = new JiraBusyError(30, 'jira-burst-based');
    await simulateContract(w.env, id);
    expect(w.pending('simulate')).toEqual([id, id]);
    await simulateContract(w.env, id);
    expect(await shown(w)).toMatchObject({ state: 'done', done: 2, flipCount: 2 });
  });

  it('stops when it is cancelled, and takes no further step', async () => {
    const w = worldOfIncidents(2);
    const id = await started(w);
    await cancelSimulation(w.env, id);
    await simulateContract(w.env, id);
    expect(await shown(w)).toMatchObject({ state: 'cancelled', done: 0, flips: [] });
  });
});

describe('startSimulation', () => {
  it('refuses a policy file with every problem of it', async () => {
    const answer = await startSimulation(worldOfIncidents(1).env, {
      ...{ clientProjectId: 'id-ACME', months: 3, text: '{"key": "gold"}' },
    });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'invalid' } });
    expect(answer.ok ? '' : answer.problem.text).toContain('name: missing');
  });

  it('refuses a JQL that Jira cannot read', async () => {
    const w = worldOfIncidents(1);
    w.jqlProblems = ["Field 'clint' does not exist."];
    const text = JSON.stringify({ ...strict, select: 'clint = ACME' });
    const answer = await startSimulation(w.env, { clientProjectId: 'id-ACME', months: 1, text });
    expect(answer.ok ? '' : answer.problem.text).toBe("select: Field 'clint' does not exist.");
  });

  it('tells an edited file from the version that it is called like', async () => {
    const w = worldOfIncidents(1);
    await started(w, JSON.stringify(goldPolicy({ select: 'type = Bug' })));
    expect((await listSimulations(w.env)).runs[0]).toMatchObject({
      ...{ present: 'Gold v1', other: 'Gold v1, edited' },
    });
    await started(w, JSON.stringify(goldPolicy()));
    const { runs } = await listSimulations(w.env);
    expect(runs.map(({ other }) => other).sort()).toEqual(['Gold v1', 'Gold v1, edited']);
  });

  it('refuses a sixth one while five wait', async () => {
    const w = worldOfIncidents(1);
    for (let number = 1; number <= 5; number += 1) await started(w);
    const again = { clientProjectId: 'id-ACME', months: 1, text: JSON.stringify(strict) };
    expect(await startSimulation(w.env, again)).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    });
  });
});

describe('incidents that only one of the contracts selects', () => {
  const narrow = { ...strict, select: 'labels = ACME AND priority = High' };

  /** SUP-1 is for both, SUP-2 for the one in force alone, SUP-3 for the other one alone. */
  async function simulated(): Promise<SlaWorld> {
    const w = worldOfIncidents(3);
    w.isSelected = (jql, id) => (jql.includes('priority = High') ? id !== '10002' : id !== '10003');
    await simulateContract(w.env, await started(w, JSON.stringify(narrow)));
    return w;
  }

  it('are counted under that one alone, and said to be its own', async () => {
    const view = await shown(await simulated());
    expect(view).toMatchObject({
      ...{ done: 3, onlyPresent: 1, onlyOther: 1 },
      tallies: {
        present: { response: { met: 2, breached: 0 } },
        other: { response: { met: 0, breached: 2 } },
      },
    });
    expect(view.flips.map(({ issueKey, selectedBy }) => `${issueKey} ${selectedBy}`)).toEqual([
      ...['SUP-1 both', 'SUP-2 present', 'SUP-3 other'],
    ]);
    expect(view.flips[1]).toMatchObject({ present: { state: 'met' }, other: null });
  });

  it('cost one read of Jira for 1,000, and none where both select the same', async () => {
    expect((await simulated()).calls.filter((call) => call === 'app matchIssues')).toHaveLength(1);
    const same = worldOfIncidents(2);
    await simulateContract(same.env, await started(same));
    expect(same.calls).not.toContain('app matchIssues');
  });
});

describe('listSimulations', () => {
  it('lists what was run, by whom and under which contracts, and opens the one asked for', async () => {
    const w = worldOfIncidents(1);
    const first = await started(w);
    await simulateContract(w.env, first);
    const second = await started(w);
    const { runs, open } = await listSimulations(w.env, first);
    expect(runs).toMatchObject([
      { id: second, state: 'waiting', flipCount: 0 },
      {
        ...{ id: first, state: 'done', clientProjectKey: 'ACME', flipCount: 1 },
        ...{ present: 'Gold v1', other: 'Strict v3', startedBy: { name: expect.any(String) } },
      },
    ]);
    expect(open?.id).toBe(first);
    expect(open?.flips).toHaveLength(1);
    expect((await listSimulations(w.env)).open?.id).toBe(second);
  });

  it('forgets one that was deleted, also while it waits', async () => {
    const w = worldOfIncidents(1);
    const id = await started(w);
    await deleteSimulation(w.env, id);
    await simulateContract(w.env, id);
    expect(await listSimulations(w.env)).toEqual({ runs: [], open: null });
  });

  it('calls a run stuck when nothing has moved for 20 minutes, and starts it again', async () => {
    const w = worldOfIncidents(1);
    const id = await started(w);
    w.now = moscow('2026-11-23T12:20');
    expect((await listSimulations(w.env)).runs[0]?.isStuck).toBe(false);
    w.now = moscow('2026-11-23T12:21');
    expect((await listSimulations(w.env)).runs[0]?.isStuck).toBe(true);
    await resumeSimulation(w.env, id);
    expect(w.pending('simulate')).toEqual([id, id]);
    expect((await listSimulations(w.env)).runs[0]?.isStuck).toBe(false);
    await simulateContract(w.env, id);
    expect(await shown(w)).toMatchObject({ state: 'done', done: 1 });
  });

  it('calls none stuck that waits behind another one that goes on', async () => {
    const w = worldOfIncidents(1);
    await started(w);
    w.now = moscow('2026-11-23T12:30');
    await started(w);
    expect((await listSimulations(w.env)).runs.map(({ isStuck }) => isStuck)).toEqual([
      ...[false, false],
    ]);
  });

  it('are pushed again by night when their job was lost', async () => {
    const w = worldOfIncidents(1);
    const id = await started(w);
    await sweepIncidents(w.env);
    expect(w.pending('simulate')).toEqual([id, id]);
  });
});

describe('monthsBefore', () => {
  it('keeps to the end of a shorter month', () => {
    expect(monthsBefore(moscow('2026-03-31T12:00'), 1)).toBe('2026-02-28');
    expect(monthsBefore(moscow('2026-11-23T12:00'), 12)).toBe('2025-11-23');
  });
});
