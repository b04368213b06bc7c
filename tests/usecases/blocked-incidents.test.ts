import type { IssueLink } from '../../src/core/issue';
import type { HandOver } from '../../src/core/order/hand-over/hand-over';
import type { StatusCategory } from '../../src/core/sla/judge/history';
import type { CycleRow } from '../../src/core/sla/verdict/cycle-row';
import { runBackfill } from '../../src/usecases/backfill/run-backfill';
import { startBackfill } from '../../src/usecases/backfill/start-backfill';
import { explainClocks } from '../../src/usecases/clocks/explain-clocks';
import { recomputeIssue } from '../../src/usecases/clocks/recompute-issue';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { noticeLinkChange } from '../../src/usecases/notice-link-change';
import { refreshChanged } from '../../src/usecases/refresh-changed';
import { listSimulations } from '../../src/usecases/simulation/list-simulations';
import { simulateContract } from '../../src/usecases/simulation/simulate-contract';
import { startSimulation } from '../../src/usecases/simulation/start-simulation';
import { DONE, incident, linkChange, moscow, OPEN, statusChange } from '../builders/incident';
import { related } from '../builders/issues';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

const HOUR = 3_600_000;
const at = (time: string) => moscow(`2026-11-23T${time}`);

const department = (projectId: string, projectKey: string, name: string) => ({
  ...{ projectId, projectKey, name, leadAccountId: null, isOpen: false },
});

// Monday 2026-11-23, Moscow, 09-18. SUP-1 is Support's since 10:00, which has 2 h for it.
function world(): SlaWorld {
  const world = new SlaWorld();
  world.now = at('15:00');
  const { clocks } = goldPolicy();
  const ownership = { goals: [{ target: '2h', calendar: 'office' }] };
  world.addPolicy(goldPolicy({ clocks: { ...clocks, ownership } }));
  world.addProject();
  world.departments = [
    department('10100', 'SUP', 'Support'),
    department('10200', 'NET', 'Network'),
  ];
  return world;
}

/** A link of now: SUP-1 is blocked by that issue. */
const waitsFor = (key: string, isHidden?: true): IssueLink & { isHidden?: true } => ({
  ...{ id: `link ${key}`, typeId: '1', typeName: 'Blocks', end: 'inward' },
  other: {
    ...{ id: `id ${key}`, key, summary: 'secret' },
    status: { id: '1', name: 'Open', category: 'todo' },
  },
  ...(isHidden ? { isHidden } : {}),
});

/** What stands before it, open from the beginning. */
function addBlocker(
  w: SlaWorld,
  key: string,
  ...changes: readonly (readonly [string, StatusCategory])[]
) {
  const statuses = changes.map(([time, category]) => ({ from: at(time), category }));
  w.blockers.push({ keys: [key], statuses: [{ from: at('09:00'), category: 'new' }, ...statuses] });
}

/** SUP-1, linked to NET-12 at 11:00, which is done at 14:00. */
function blockedWorld(isHidden?: true): SlaWorld {
  const w = world();
  w.addIssue(incident({ events: [linkChange(at('11:00'), 'added', 'NET-12')] }));
  w.links.set('10001', [waitsFor('NET-12', isHidden)]);
  addBlocker(w, 'NET-12', ['14:00', 'done']);
  return w;
}

const rowOf = (w: SlaWorld, clock: CycleRow['clock']) =>
  [...w.store.rows.values()].find((row) => row.clock === clock);

describe('the time of a department', () => {
  it('stands still while another department is waited for; the client’s clock does not', async () => {
    const w = blockedWorld();
    await refreshIssue(w.env, '10001');
    // 10:00-11:00 and 14:00-15:00; the pause moved the due from 12:00 to 15:00.
    expect(rowOf(w, 'ownership')).toMatchObject({
      ...{ department: 'SUP', state: 'running', elapsedMs: 2 * HOUR, pausedMs: 3 * HOUR },
      dueAt: at('15:00'),
    });
    expect(rowOf(w, 'resolution')).toMatchObject({ elapsedMs: 5 * HOUR, pausedMs: 0 });
    expect(w.calls.filter((call) => call !== 'app setIssueProperty')).toEqual([
      ...['app findHistory', 'app matchJql', 'app listBlockers'],
    ]);
  });

  it('stands still again while a hand-over of the done blocker was returned', async () => {
    const w = blockedWorld();
    const round = { by: 'anna', reason: null, facts: [] };
    const handOver: HandOver = {
      ...{ blockerId: 'id NET-12', blockerKey: 'NET-12', successorId: '10001' },
      ...{ successorKey: 'SUP-1', state: 'given', facts: [], version: 3 },
      history: [
        { ...round, kind: 'given', at: at('13:50') },
        { ...round, kind: 'returned', at: at('14:10'), reason: 'The gateway is missing' },
        { ...round, kind: 'given', at: at('14:40') },
      ],
    };
    w.order.handOvers = [handOver];
    await refreshIssue(w.env, '10001');
    // 11:00-14:00 and 14:10-14:40.
    expect(rowOf(w, 'ownership')).toMatchObject({
      ...{ elapsedMs: 1.5 * HOUR, pausedMs: 3.5 * HOUR },
    });
  });

  it('is paused from inside while it lasts, and has no due', async () => {
    const w = blockedWorld();
    w.now = at('13:00');
    await refreshIssue(w.env, '10001');
    expect(rowOf(w, 'ownership')).toMatchObject({
      ...{ state: 'paused', pausedBecause: 'internal', dueAt: null, elapsedMs: HOUR },
    });
  });

  it('is not paused by an issue of the same department', async () => {
    const w = world();
    w.addIssue(incident());
    w.links.set('10001', [waitsFor('SUP-7')]);
    addBlocker(w, 'SUP-7');
    await refreshIssue(w.env, '10001');
    expect(rowOf(w, 'ownership')).toMatchObject({ state: 'breached', breachedAt: at('12:00') });
  });

  it('knows of links that were taken away, and asks nothing where there are none', async () => {
    const w = world();
    const events = [
      linkChange(at('10:30'), 'added', 'NET-12'),
      linkChange(at('11:00'), 'removed', 'NET-12'),
    ];
    w.addIssue(incident({ events }));
    w.addIssue(incident({ issueId: '10002', key: 'SUP-2' }));
    addBlocker(w, 'NET-12');
    await refreshIssue(w.env, '10001');
    expect(rowOf(w, 'ownership')).toMatchObject({ pausedMs: HOUR / 2, breachedAt: at('12:30') });
    w.calls.length = 0;
    await refreshIssue(w.env, '10002');
    expect(w.calls).not.toContain('app listBlockers');
  });

  it('asks for no blockers where a contract does not measure departments', async () => {
    const w = blockedWorld();
    w.addPolicy();
    await refreshIssue(w.env, '10001');
    expect(w.calls).not.toContain('app listBlockers');
    expect(rowOf(w, 'ownership')).toBeUndefined();
  });

  it('ends in the same rows when it is read in by a backfill, for one read more', async () => {
    const w = blockedWorld();
    await refreshIssue(w.env, '10001');
    const before = w.store.verdicts();
    w.store.rows.clear();
    w.calls.length = 0;
    await startBackfill(w.env, 'id-ACME');
    for (const id of w.pending('backfill')) await runBackfill(w.env, id);
    expect(w.store.verdicts()).toEqual(before);
    expect(w.calls.filter((call) => call === 'app listBlockers')).toHaveLength(1);
  });

  it('keeps the verdict of a department that has handed over, whatever is linked later', async () => {
    const w = blockedWorld();
    const events = [
      linkChange(at('11:00'), 'added', 'NET-12'),
      statusChange(at('14:30'), OPEN, DONE),
    ];
    w.addIssue(incident({ events }));
    await refreshIssue(w.env, '10001');
    expect(rowOf(w, 'ownership')).toMatchObject({ state: 'met', elapsedMs: 1.5 * HOUR });
    w.links.set('10001', []);
    w.now = at('16:00');
    await refreshIssue(w.env, '10001');
    expect(rowOf(w, 'ownership')).toMatchObject({ state: 'met', elapsedMs: 1.5 * HOUR });
    const again = await recomputeIssue({ ...w.env }, '10001', 'id-ACME', 'own');
    const owned = again.ok ? again.value.find(({ clock }) => clock === 'ownership') : undefined;
    expect(owned).toMatchObject({ state: 'breached' });
  });
});

describe('the ledger of a blocked incident', () => {
  it('names the department that stood in the way, to somebody who may not see its issue too', async () => {
    const w = blockedWorld(true);
    const answer = await explainClocks(w.env, '10001');
    const sums = answer.ok ? answer.value.sums : [];
    expect(sums).toEqual([
      { label: { kind: 'blocked', name: 'Network' }, ms: 3 * HOUR },
      { label: { kind: 'queue', name: 'Support' }, ms: 2 * HOUR },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/NET-12|secret/);
  });

  it('names a project that is no department by its key', async () => {
    const w = blockedWorld();
    w.departments = [];
    const answer = await explainClocks(w.env, '10001');
    const [first] = answer.ok ? answer.value.sums : [];
    expect(first?.label).toEqual({ kind: 'blocked', name: 'NET' });
  });
});

describe('a change of a blocker', () => {
  const NETWORK = { id: '10200', key: 'NET', name: 'Network' };

  /** NET-12 itself, as it is linked from its own end. */
  async function told(w: SlaWorld, fields: readonly string[]): Promise<string[]> {
    await refreshIssue(w.env, '10001');
    w.addIssue(incident({ issueId: '20012', key: 'NET-12', projectKey: 'NET' }), []);
    const other = { ...waitsFor('SUP-1').other, id: '10001' };
    w.links.set('20012', [{ ...waitsFor('SUP-1'), end: 'outward', other }]);
    w.calls.length = 0;
    await refreshChanged(w.env, { issueId: '20012', project: NETWORK, fields });
    return w.pending('refresh');
  }

  it('has the issues behind it looked at when its status is another', async () => {
    expect(await told(blockedWorld(), ['status'])).toEqual(['10001']);
    expect(await told(blockedWorld(), ['assignee'])).toEqual([]);
  });

  it('concerns nobody where no department’s clock runs', async () => {
    const w = blockedWorld();
    w.addIssue(incident({ events: [statusChange(at('10:30'), OPEN, DONE)] }));
    expect(await told(w, ['status'])).toEqual([]);
  });

  it('has the end of a new link looked at that a department’s clock runs for', async () => {
    const w = blockedWorld();
    await refreshIssue(w.env, '10001');
    await noticeLinkChange(w.env, related('20012', '10001'));
    expect(w.pending('refresh')).toEqual(['10001']);
  });
});

describe('a contract that is tried on the past', () => {
  it('leaves out of the departments’ time what another department was waited for', async () => {
    const w = blockedWorld();
    const { clocks } = goldPolicy();
    const ownership = { goals: [{ target: '90m', calendar: 'office' }] };
    const text = JSON.stringify(goldPolicy({ version: 2, clocks: { ...clocks, ownership } }));
    const started = await startSimulation(w.env, { clientProjectId: 'id-ACME', months: 1, text });
    await simulateContract(w.env, started.ok ? started.value : '');
    const { open } = await listSimulations(w.env);
    // 10:00-11:00 and 14:00-15:00 of 2 h and of 90 m; NET-12 stood in the way for 3 h.
    const counts = open?.tallies.other.ownership;
    expect(counts).toEqual({ met: 0, breached: 1, notCounted: 0 });
    expect(open?.tallies.present.ownership).toEqual({ met: 0, breached: 0, notCounted: 1 });
    expect(open?.flips).toMatchObject([
      {
        ...{ clock: 'ownership', department: 'Support', intervals: [] },
        present: { state: 'running', elapsedMs: 2 * HOUR, pausedMs: 3 * HOUR },
        other: { state: 'breached', elapsedMs: 2 * HOUR, targetMs: 1.5 * HOUR },
      },
    ]);
    expect(w.calls.filter((call) => call === 'app listBlockers')).toHaveLength(1);
  });
});
