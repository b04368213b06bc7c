import type { GroupQuery } from '../../src/usecases/ports/report-queries';
import type { ReportScope, ReportScopeQuery } from '../../src/usecases/ports/report-scope';
import { incident, moscow } from '../builders/incident';
import { breach, COUNTS, HOUR, report, reportWorld } from '../builders/sla-report-world';

describe('the breaches of a report', () => {
  it('lists a breach with its working time beyond the goal up to now', async () => {
    const w = reportWorld([breach()]);
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
    const w = reportWorld([
      breach({ pausedBecause: 'client' }),
      breach({ stoppedAt: moscow('2026-11-23T14:30') }),
    ]);
    w.addIssue(incident());
    const { breaches } = await report(w);
    expect(breaches.map(({ overrunMs }) => overrunMs)).toEqual([HOUR / 2, HOUR / 2]);
  });

  it('shows rows only of issues that the viewer may browse, and how many those are', async () => {
    const w = reportWorld([breach(), breach({ issueId: '10002' })]);
    w.addIssue(incident());
    const { breaches, breachesSeen } = await report(w);
    expect(breaches).toHaveLength(1);
    // Of the 13 breaches in the count.
    expect(breachesSeen).toEqual({ visible: 1, total: 13 });
    expect(w.calls).toEqual(['user listProjects', 'user allowedIssues', 'user listIssues']);
  });

  it('lists 50 of 60 that he may browse', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => String(10_001 + index));
    const w = reportWorld(ids.map((issueId) => breach({ issueId })));
    for (const issueId of ids) w.addIssue(incident({ issueId, key: `SUP-${issueId}` }));
    const { breaches, breachesSeen } = await report(w);
    expect(breaches).toHaveLength(50);
    expect(breachesSeen.visible).toBe(60);
  });
});

describe('a report whose figures count what the viewer may browse', () => {
  const scopeOf = (ids: readonly string[], changes: Partial<ReportScope> = {}): ReportScope => ({
    issues: ids.map((issueId) => ({ issueId, isOfPeriod: true })),
    ...{ ofPeriod: ids.length, isWhole: true, breaches: [], ...changes },
  });
  /** He may browse 10001 and 10002. */
  function closed(scope: ReportScope) {
    const w = reportWorld();
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
