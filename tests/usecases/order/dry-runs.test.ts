import { DEFAULT_POLICY } from '../../../src/core/order/policy/order-policy';
import { DEFAULT_SITE } from '../../../src/core/order/policy/order-site';
import type { HistoryEvent, StatusRef } from '../../../src/core/sla/judge/history';
import { type Instant, instant } from '../../../src/core/time';
import type { UserEnv } from '../../../src/usecases/env';
import {
  cancelDryRun,
  deleteDryRun,
  resumeDryRun,
} from '../../../src/usecases/order/dry-run/change-dry-run';
import { listDryRuns } from '../../../src/usecases/order/dry-run/list-dry-runs';
import { runDryRun } from '../../../src/usecases/order/dry-run/run-dry-run';
import { startDryRun } from '../../../src/usecases/order/dry-run/start-dry-run';
import type { PastStep } from '../../../src/usecases/ports/dry-run-port';
import { JiraBusyError } from '../../../src/usecases/ports/jira-busy-error';
import { idOf } from '../../builders/issues';
import { NOW, OrderWorld } from '../../builders/order-world';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TODO: StatusRef = { id: '1', name: 'To do', category: 'new' };
const RUNNING: StatusRef = { id: '3', name: 'In progress', category: 'indeterminate' };
const DONE: StatusRef = { id: '5', name: 'Done', category: 'done' };

const ago = (ms: number): Instant => instant(NOW - ms);
const moved = (at: Instant, from: StatusRef, to: StatusRef): HistoryEvent => ({
  ...{ kind: 'status', at, record: `${at}`, by: 'anna', byApp: false, from, to },
});

function past(
  key: string,
  events: readonly HistoryEvent[],
  blockedBy: readonly string[],
): PastStep {
  return {
    parentId: null,
    history: {
      ...{ issueId: idOf(key), key, projectId: key, projectKey: key.replace(/-.*/, '') },
      ...{ issueTypeAtCreation: { id: '1', name: 'Task' }, created: ago(200 * DAY) },
      ...{ reporterId: null, resolvedAt: null, statusAtCreation: TODO },
      ...{ priorityAtCreation: null, resolutionAtCreation: null, events },
    },
    links: blockedBy.map((otherKey) => ({ typeId: '10000', end: 'inward' as const, otherKey })),
  };
}

/** Started ten days ago, a day before NET-12 was done. */
const virt = (number: number) =>
  past(`VIRT-${number}`, [moved(ago(10 * DAY), TODO, RUNNING)], ['NET-12']);
const net = past(
  'NET-12',
  [moved(ago(20 * DAY), TODO, RUNNING), moved(ago(9 * DAY), RUNNING, DONE)],
  [],
);

/** Jira of these pasts; calls are in `world.calls`. */
class Past {
  readonly world = new OrderWorld();
  failWith: Error | null = null;
  #ids = 0;
  constructor(readonly pasts: readonly PastStep[]) {}

  get env(): UserEnv {
    const { env, calls } = this.world;
    return {
      ...env,
      newId: () => {
        this.#ids += 1;
        return `run-${this.#ids}`;
      },
      asApp: {
        ...env.asApp,
        listLinkTypes: async () => [
          { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
        ],
        countIssues: async () => this.pasts.length,
        searchIds: async (jql) => {
          calls.push(jql);
          return { ids: this.pasts.map(({ history }) => history.issueId), next: null };
        },
        listPasts: async (ids) => {
          calls.push(`listPasts ${ids.length}`);
          const { failWith } = this;
          this.failWith = null;
          if (failWith !== null) throw failWith;
          return this.pasts
            .filter(({ history }) => ids.includes(history.issueId))
            .map((it) => ({ issueKey: it.history.key, past: it }));
        },
      },
      asUser: {
        ...env.asUser,
        allowedIssues: async (_permission, ids) =>
          ids.filter((id) => !this.world.hidden.some((key) => idOf(key) === id)),
      },
    };
  }

  async start(site: unknown = DEFAULT_SITE): Promise<string> {
    const answer = await startDryRun(this.env, site, 90);
    if (!answer.ok) throw new Error(answer.problem.text);
    return answer.value;
  }

  async shown() {
    const { open } = await listDryRuns(this.env);
    if (open === null) throw new Error('no run');
    return open;
  }
}

describe('runDryRun', () => {
  it('finds the starts that would have been refused, by department, with their waiting', async () => {
    const jira = new Past([net, virt(7)]);
    const id = await jira.start();
    expect(jira.world.pushed).toEqual([`dry run ${id} in 0 s`]);
    await runDryRun(jira.env, id);
    expect(await jira.shown()).toMatchObject({
      ...{ state: 'done', days: 90, done: 2, total: 2, refusedCount: 1, error: null },
      found: {
        ...{ starts: 2, hidden: 0, left: 0, linksOutside: 0, unreadable: 0 },
        departments: [
          { name: 'Virtualisation', starts: 1, refused: 1, medianWaitMs: DAY, totalWaitMs: DAY },
          { name: 'Network', starts: 1, refused: 0, medianWaitMs: null, totalWaitMs: 0 },
        ],
        refused: [
          {
            ...{ issueKey: 'VIRT-7', at: '2026-11-13T12:00:00.000Z', waitMs: DAY },
            ...{ isStillClosed: false, blockerKeys: ['NET-12'], blockersHidden: 0 },
          },
        ],
      },
    });
    expect(jira.world.dryRuns.pages.size).toBe(0);
  });

  it('judges by the rules as they were edited, not by those that are saved', async () => {
    const soft = { ...DEFAULT_POLICY, linkTypes: [{ typeId: null, hardness: 'soft' }] };
    const jira = new Past([net, virt(7)]);
    await runDryRun(
      jira.env,
      await jira.start({ ...DEFAULT_SITE, rules: { ...DEFAULT_SITE.rules, policies: [soft] } }),
    );
    expect(await jira.shown()).toMatchObject({ refusedCount: 0, found: { starts: 2 } });
  });

  it('names only what the viewer may browse, and counts the rest', async () => {
    const jira = new Past([net, virt(7), virt(8)]);
    await runDryRun(jira.env, await jira.start());
    jira.world.hidden = ['VIRT-7', 'NET-12'];
    const { refusedCount, found } = await jira.shown();
    expect(refusedCount).toBe(2);
    expect(found).toMatchObject({
      hidden: 1,
      refused: [{ issueKey: 'VIRT-8', blockerKeys: [], blockersHidden: 1 }],
    });
  });

  it('reads 1,200 issues in three steps and judges them together', async () => {
    const many = Array.from({ length: 1199 }, (_, at) => virt(at + 1));
    const jira = new Past([...many, net]);
    await runDryRun(jira.env, await jira.start());
    expect(jira.world.calls.filter((call) => call.startsWith('listPasts'))).toEqual([
      ...['listPasts 500', 'listPasts 500', 'listPasts 200'],
    ]);
    expect(await jira.shown()).toMatchObject({ refusedCount: 1199, found: { left: 899 } });
  });

  it('waits when Jira asks for it, and goes on where it was', async () => {
    const jira = new Past([net, ...Array.from({ length: 600 }, (_, at) => virt(at + 1))]);
    const id = await jira.start();
    jira.failWith = new JiraBusyError(30, 'jira-burst-based');
    await runDryRun(jira.env, id);
    expect(jira.world.pushed.at(-1)).toBe(`dry run ${id} in 30 s`);
    await runDryRun(jira.env, id);
    expect(await jira.shown()).toMatchObject({ state: 'done', done: 601, refusedCount: 600 });
  });

  it('finds the same when a step is delivered twice', async () => {
    const jira = new Past([net, virt(7)]);
    const id = await jira.start();
    await runDryRun(jira.env, id);
    const before = await jira.shown();
    await runDryRun(jira.env, id);
    expect(await jira.shown()).toEqual(before);
  });

  it('counts nobody of client projects that its policy does not name', async () => {
    const policy = { ...DEFAULT_POLICY, scope: { kind: 'clientProjects', ids: ['id-ACME'] } };
    const site = { ...DEFAULT_SITE, rules: { ...DEFAULT_SITE.rules, policies: [policy] } };
    const jira = new Past([net, virt(7)]);
    jira.world.addProject({ key: 'BETA' }, ['NET-12', 'VIRT-7']);
    await runDryRun(jira.env, await jira.start(site));
    expect(await jira.shown()).toMatchObject({ refusedCount: 0 });
    jira.world.epics.length = 0;
    jira.world.addProject({ key: 'ACME' }, ['NET-12', 'VIRT-7']);
    await runDryRun(jira.env, await jira.start(site));
    expect(await jira.shown()).toMatchObject({ refusedCount: 1 });
  });
});

describe('a dry run', () => {
  it('stops when it is cancelled', async () => {
    const jira = new Past([net, virt(7)]);
    const id = await jira.start();
    await cancelDryRun(jira.env, id);
    await runDryRun(jira.env, id);
    expect(await jira.shown()).toMatchObject({ state: 'cancelled', done: 0, found: null });
  });

  it('is stuck after 20 minutes of silence, and goes on when it is told to', async () => {
    const jira = new Past([net, virt(7)]);
    const id = await jira.start();
    expect(await jira.shown()).toMatchObject({ isStuck: false });
    jira.world.now = instant(NOW + 21 * 60_000);
    expect(await jira.shown()).toMatchObject({ isStuck: true });
    await resumeDryRun(jira.env, id);
    expect(await jira.shown()).toMatchObject({ isStuck: false });
    expect(jira.world.pushed).toHaveLength(2);
  });

  it('is forgotten when it is deleted', async () => {
    const jira = new Past([net]);
    await deleteDryRun(jira.env, await jira.start());
    expect(await listDryRuns(jira.env)).toEqual({ runs: [], open: null });
  });

  it('is not started while three others wait, nor by rules that cannot be read', async () => {
    const jira = new Past([net]);
    for (let run = 0; run < 3; run += 1) await jira.start();
    expect(await startDryRun(jira.env, DEFAULT_SITE, 90)).toMatchObject({
      problem: { code: 'conflict' },
    });
    expect(await startDryRun(jira.env, {}, 90)).toMatchObject({ problem: { code: 'invalid' } });
  });
});
