import type { BreachRecord } from '../../src/core/sla/cycle-row';
import { millis } from '../../src/core/time';
import { listReportChoices } from '../../src/usecases/list-report-choices';
import { loadSlaReport } from '../../src/usecases/load-sla-report';
import type { ReportScope, ReportScopeQuery } from '../../src/usecases/ports/report-scope';
import type { CycleGroup, GroupCounts, GroupQuery } from '../../src/usecases/ports/store-ports';
import { incident, moscow } from '../builders/incident';
import { SlaWorld } from '../builders/sla-world';

const CONFIG = {
  clientProjectId: 'id-ACME',
  period: 'thisMonth',
  timeZone: 'Europe/Moscow',
  targetPercent: 95,
};
const HOUR = 3_600_000;

const group = (state: CycleGroup['state'], count: number, changes: Partial<CycleGroup> = {}) => ({
  ...{ clock: 'response' as const, projectId: '10100', department: null, priorityName: 'High' },
  ...{ state, count, extended: 0, changedLate: 0, ...changes },
});

/** 87 met of 100 in the response; of the resolution nothing. */
const COUNTS: GroupCounts = {
  groups: [
    group('met', 80, { extended: 3, changedLate: 1 }),
    group('met', 7, { projectId: '10200', priorityName: 'Low' }),
    group('breached', 4),
    group('breached', 9, { projectId: '10200', priorityName: 'Low', changedLate: 2 }),
    ...[group('running', 8), group('excluded', 2), group('invalid', 1)],
  ],
  trend: [{ clock: 'response', bucket: 1, met: 9, breached: 1 }],
  durations: [
    {
      clock: 'response',
      of: 'all',
      name: '',
      n: 100,
      p50Ms: millis(HOUR),
      p90Ms: millis(3 * HOUR),
    },
    {
      ...{ clock: 'response', of: 'priority', name: 'Low', n: 16 },
      ...{ p50Ms: millis(2 * HOUR), p90Ms: millis(4 * HOUR) },
    },
  ],
  previous: [{ clock: 'response', met: 17, breached: 3 }],
  open: [{ clock: 'response', breached: 2, dueSoon: 5 }],
  computedAt: moscow('2026-11-23T16:00'),
  backfill: { done: 1000, total: 2500 },
  historyRead: false,
  reopenedLater: 4,
};

// A goal of 4 h since Monday 10:00: breached at 14:00, looked at last at 14:30.
const breach = (changes: Partial<BreachRecord> = {}): BreachRecord => ({
  issueId: '10001',
  clock: 'resolution',
  cycle: 1,
  department: null,
  projectId: '10100',
  priorityName: 'High',
  policyVersion: 1,
  calendarKey: 'office',
  stoppedAt: null,
  elapsedMs: millis(4.5 * HOUR),
  carriedMs: millis(0),
  targetMs: millis(4 * HOUR),
  pausedBecause: null,
  computedAt: moscow('2026-11-23T14:30'),
  breachedAt: moscow('2026-11-23T14:00'),
  ...changes,
});

function world(breaches: readonly BreachRecord[] = []): SlaWorld {
  const world = new SlaWorld();
  world.addPolicy();
  world.addProject();
  // Monday 17:00 in Moscow.
  world.now = moscow('2026-11-23T17:00');
  world.store.countGroups = async () => COUNTS;
  world.store.listBreaches = async () => breaches;
  return world;
}

async function report(w: SlaWorld, config: unknown = CONFIG) {
  const answer = await loadSlaReport(w.env, config);
  if (!answer.ok || answer.value.kind !== 'report') throw new Error(JSON.stringify(answer));
  return answer.value;
}

describe('loadSlaReport', () => {
  it('counts 87 met of 100 decided as 87 %, and nothing decided as no number', async () => {
    const { response, resolution } = await report(world());
    expect(response).toMatchObject({
      percent: 87,
      met: 87,
      breached: 13,
      running: 8,
      paused: 0,
      noTarget: 0,
      excluded: 3,
    });
    expect(resolution.percent).toBeNull();
  });

  it('shows extended, late goals, open breaches, what is due soon and the change apart', async () => {
    const { response } = await report(world());
    expect(response).toMatchObject({
      ...{ extended: 3, changedLate: 3, openBreaches: 2, dueSoon: 5 },
      // 87 % against 17 of 20, which is 85 %.
      change: 2,
      durations: { n: 100, p50Ms: HOUR, p90Ms: 3 * HOUR },
    });
  });

  it('compares nothing with a period or a clock in which nothing was decided', async () => {
    const { resolution } = await report(world());
    expect(resolution).toMatchObject({ change: null, durations: null, departments: [] });
  });

  it('names departments, the worst first, and hides the name of a project he cannot see', async () => {
    const w = world();
    w.departments = [
      {
        ...{ projectId: '10100', projectKey: 'NET', name: 'Network' },
        ...{ leadAccountId: null, isOpen: false },
      },
    ];
    const { response } = await report(w);
    expect(response.departments).toEqual([
      { name: null, met: 7, breached: 9, percent: 43.75, durations: null },
      { name: 'Network', met: 80, breached: 4, percent: (80 * 100) / 84, durations: null },
    ]);
    expect(response.priorities.map(({ name, durations }) => [name, durations?.n])).toEqual([
      ['High', undefined],
      ['Low', 16],
    ]);
  });

  it('names the department of an ownership clock by its key', async () => {
    const w = world();
    w.departments = [
      {
        ...{ projectId: '10100', projectKey: 'NET', name: 'Network' },
        ...{ leadAccountId: null, isOpen: false },
      },
    ];
    const owned = { clock: 'ownership', projectId: null } as const;
    w.store.countGroups = async () => ({
      ...COUNTS,
      groups: [
        group('met', 1, { ...owned, department: 'NET' }),
        group('met', 1, { ...owned, department: 'Design' }),
        group('met', 1, { ...owned, department: '' }),
      ],
    });
    const { ownership } = await report(w);
    expect(ownership.departments.map(({ name }) => name)).toEqual(['Design', 'Network', null]);
  });

  it('draws its weeks from Monday to Monday, as far as they lie in the period so far', async () => {
    const { response } = await report(world());
    const midnights = response.weeks.map(({ from }) => from.slice(0, 10));
    // The 1st is a Sunday, the 23rd is today; each is 21:00 UTC of the day before.
    expect(midnights).toEqual([
      ...['2026-10-31', '2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22'],
    ]);
    expect(response.weeks[1]).toMatchObject({ met: 9, breached: 1, percent: 90 });
    expect(response.weeks[2]).toMatchObject({ met: 0, breached: 0, percent: null });
  });

  it('asks for the period that is counted by, and for the period before', async () => {
    const w = world();
    const asked: GroupQuery[] = [];
    w.store.countGroups = async (_id, query) => {
      asked.push(query);
      return COUNTS;
    };
    const { countBy, priority, groupBy } = await report(w);
    expect({ countBy, priority, groupBy }).toEqual({
      ...{ countBy: 'decided', priority: 'decided', groupBy: 'department' },
    });
    await report(w, { ...CONFIG, countBy: 'started', priority: 'first', groupBy: 'priority' });
    expect(asked.map(({ by, priority: of }) => [by, of])).toEqual([
      ['decided', 'decided'],
      ['started', 'first'],
    ]);
    expect(asked[0]).toMatchObject({
      previous: { from: moscow('2026-10-01T00:00'), to: moscow('2026-11-01T00:00') },
      dueBefore: moscow('2026-11-24T17:00'),
    });
  });

  it('names its period by midnights of the zone, and what is under way', async () => {
    expect(await report(world())).toMatchObject({
      clientProject: { key: 'ACME', name: 'ACME' },
      period: {
        name: 'thisMonth',
        from: '2026-10-31T21:00:00.000Z',
        to: '2026-11-30T21:00:00.000Z',
      },
      computedAt: '2026-11-23T13:00:00.000Z',
      backfill: { done: 1000, total: 2500 },
      historyRead: false,
      reopenedLater: 4,
    });
  });

  it('lists a breach with its working time beyond the goal up to now', async () => {
    const w = world([breach()]);
    w.addIssue(incident());
    const { breaches } = await report(w);
    // 30 minutes when it was looked at, and 14:30 to 17:00 since.
    expect(breaches).toEqual([
      {
        issueKey: 'SUP-1',
        summary: 'Summary of SUP-1',
        clock: 'resolution',
        priority: 'High',
        department: 'Support',
        breachedAt: '2026-11-23T11:00:00.000Z',
        overrunMs: 3 * HOUR,
        isOpen: true,
      },
    ]);
  });

  it('does not let an overrun grow while the clock stands still or has stopped', async () => {
    const w = world([
      breach({ pausedBecause: 'client' }),
      breach({ stoppedAt: moscow('2026-11-23T14:30') }),
    ]);
    w.addIssue(incident());
    const { breaches } = await report(w);
    expect(breaches.map(({ overrunMs }) => overrunMs)).toEqual([HOUR / 2, HOUR / 2]);
  });

  it('shows rows only of issues that the viewer may browse, and how many those are', async () => {
    const w = world([breach(), breach({ issueId: '10002' })]);
    w.addIssue(incident());
    const { breaches, breachesSeen } = await report(w);
    expect(breaches).toHaveLength(1);
    // Of the 13 breaches in the count.
    expect(breachesSeen).toEqual({ visible: 1, total: 13 });
    expect(w.calls).toEqual(['user listProjects', 'user allowedIssues', 'user listIssues']);
  });

  describe('where figures count what the viewer may browse', () => {
    const scopeOf = (ids: readonly string[], changes: Partial<ReportScope> = {}): ReportScope => ({
      issues: ids.map((issueId) => ({ issueId, isOfPeriod: true })),
      ...{ ofPeriod: ids.length, isWhole: true, breaches: [], ...changes },
    });
    /** He may browse 10001 and 10002. */
    function closed(scope: ReportScope) {
      const w = world();
      w.projects.splice(0, 1, { ...w.addProject(), countsHidden: false });
      w.addIssue(incident());
      w.addIssue(incident({ issueId: '10002', key: 'SUP-2' }));
      const asked: GroupQuery[] = [];
      w.store.countGroups = async (_id, query) => {
        asked.push(query);
        return COUNTS;
      };
      w.store.readReportScope = async () => scope;
      w.store.listBreaches = async () => Promise.reject(new Error('read already'));
      return { w, asked };
    }

    it('counts and lists those, and says how many they are', async () => {
      const breaches = [breach(), breach({ issueId: '10003' })];
      const { w, asked } = closed(scopeOf(['10001', '10002', '10003'], { breaches }));
      const view = await report(w);
      expect(asked.map(({ only }) => only)).toEqual([['10001', '10002']]);
      expect(view.incidentsSeen).toEqual({ visible: 2, lookedAt: 3, total: 3, isWhole: true });
      expect(view.breaches.map(({ issueKey }) => issueKey)).toEqual(['SUP-1']);
      expect(w.calls).toEqual(['user allowedIssues', 'user listProjects', 'user listIssues']);
    });

    it('says nothing where he may browse all of the period, whatever it is compared with', async () => {
      const scope = scopeOf(['10001', '10002']);
      const issues = [...scope.issues, { issueId: '10003', isOfPeriod: false }];
      const { w, asked } = closed({ ...scope, issues });
      expect((await report(w)).incidentsSeen).toBeNull();
      expect(asked[0]).toMatchObject({ only: ['10001', '10002'], previous: expect.anything() });
    });

    it('says how many were too many, and compares a part with nothing', async () => {
      const { w, asked } = closed(scopeOf(['10001', '10002'], { ofPeriod: 3100, isWhole: false }));
      expect((await report(w)).incidentsSeen).toEqual({
        ...{ visible: 2, lookedAt: 2, total: 3100, isWhole: false },
      });
      expect(asked[0]?.previous).toBeNull();
    });

    it('looks at 2,000 at most', async () => {
      const { w } = closed(scopeOf([]));
      const asked: ReportScopeQuery[] = [];
      w.store.readReportScope = async (_id, query) => {
        asked.push(query);
        return scopeOf([]);
      };
      await report(w);
      expect(asked[0]).toMatchObject({ maxIssues: 2000, max: 1000, by: 'decided' });
      expect(w.calls).toEqual(['user listProjects']);
    });
  });

  it('lists 50 of 60 that he may browse', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => String(10_001 + index));
    const w = world(ids.map((issueId) => breach({ issueId })));
    for (const issueId of ids) w.addIssue(incident({ issueId, key: `SUP-${issueId}` }));
    const { breaches, breachesSeen } = await report(w);
    expect(breaches).toHaveLength(50);
    expect(breachesSeen.visible).toBe(60);
  });

  it.each([
    ['nobody has configured it', undefined],
    ['the zone does not exist', { ...CONFIG, timeZone: 'Mars/Olympus' }],
    ['the period is unknown', { ...CONFIG, period: 'lastEon' }],
  ])('asks to be configured when %s', async (_why, config) => {
    const w = world();
    expect(await loadSlaReport(w.env, config)).toEqual({
      ok: true,
      value: { kind: 'notConfigured' },
    });
  });

  it('says that its client project is gone', async () => {
    const w = world();
    expect(await loadSlaReport(w.env, { ...CONFIG, clientProjectId: 'id-GONE' })).toEqual({
      ok: true,
      value: { kind: 'projectGone' },
    });
  });

  it.each([
    ['its TAM', 'tam', false, true],
    ['a viewer', 'manager', false, true],
    ['a holder of Administer TAM', 'boss', true, true],
    ['anybody else', 'stranger', false, false],
  ])('%s', async (_who, viewerId, administersTam, sees) => {
    const w = world();
    w.viewerId = viewerId;
    w.administersTam = administersTam;
    const answer = await loadSlaReport(w.env, CONFIG);
    expect(answer.ok).toBe(sees);
    if (!answer.ok) expect(answer.problem.code).toBe('notAllowed');
  });
});

describe('listReportChoices', () => {
  it('offers what the person may see, by key', async () => {
    const w = world();
    w.addProject({ key: 'BETA', tamAccountId: 'other', viewerAccountIds: [] });
    w.addProject({ key: 'ABBA' });
    w.viewerId = 'manager';
    const keys = async () => (await listReportChoices(w.env)).map(({ key }) => key);
    expect(await keys()).toEqual(['ABBA', 'ACME']);
    w.administersTam = true;
    expect(await keys()).toEqual(['ABBA', 'ACME', 'BETA']);
  });
});
