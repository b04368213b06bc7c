import type { GroupQuery } from '../../src/usecases/ports/report-queries';
import { listReportChoices } from '../../src/usecases/report/list-report-choices';
import { loadSlaReport } from '../../src/usecases/report/load-sla-report';
import { moscow } from '../builders/incident';
import { CONFIG, COUNTS, group, HOUR, report, reportWorld } from '../builders/sla-report-world';

describe('loadSlaReport', () => {
  it('counts 87 met of 100 decided as 87 %, and nothing decided as no number', async () => {
    const { response, resolution } = await report(reportWorld());
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
    const { response } = await report(reportWorld());
    expect(response).toMatchObject({
      ...{ extended: 3, changedLate: 3, openBreaches: 2, dueSoon: 5 },
      // 87 % against 17 of 20, which is 85 %.
      change: 2,
      durations: { n: 100, p50Ms: HOUR, p90Ms: 3 * HOUR },
    });
  });

  it('compares nothing with a period or a clock in which nothing was decided', async () => {
    const { resolution } = await report(reportWorld());
    expect(resolution).toMatchObject({ change: null, durations: null, departments: [] });
  });

  it('names departments, the worst first, and hides the name of a project he cannot see', async () => {
    const w = reportWorld();
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
    const w = reportWorld();
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
    const { response } = await report(reportWorld());
    const midnights = response.weeks.map(({ from }) => from.slice(0, 10));
    // The 1st is a Sunday, the 23rd is today; each is 21:00 UTC of the day before.
    expect(midnights).toEqual([
      ...['2026-10-31', '2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22'],
    ]);
    expect(response.weeks[1]).toMatchObject({ met: 9, breached: 1, percent: 90 });
    expect(response.weeks[2]).toMatchObject({ met: 0, breached: 0, percent: null });
  });

  it('asks for the period that is counted by, and for the period before', async () => {
    const w = reportWorld();
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
    expect(await report(reportWorld())).toMatchObject({
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

  it.each([
    ['nobody has configured it', undefined],
    ['the zone does not exist', { ...CONFIG, timeZone: 'Mars/Olympus' }],
    ['the period is unknown', { ...CONFIG, period: 'lastEon' }],
  ])('asks to be configured when %s', async (_why, config) => {
    const w = reportWorld();
    expect(await loadSlaReport(w.env, config)).toEqual({
      ok: true,
      value: { kind: 'notConfigured' },
    });
  });

  it('says that its client project is gone', async () => {
    const w = reportWorld();
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
    const w = reportWorld();
    w.viewerId = viewerId;
    w.administersTam = administersTam;
    const answer = await loadSlaReport(w.env, CONFIG);
    expect(answer.ok).toBe(sees);
    if (!answer.ok) expect(answer.problem.code).toBe('notAllowed');
  });
});

describe('listReportChoices', () => {
  it('offers what the person may see, by key', async () => {
    const w = reportWorld();
    w.addProject({ key: 'BETA', tamAccountId: 'other', viewerAccountIds: [] });
    w.addProject({ key: 'ABBA' });
    w.viewerId = 'manager';
    const keys = async () => (await listReportChoices(w.env)).map(({ key }) => key);
    expect(await keys()).toEqual(['ABBA', 'ACME']);
    w.administersTam = true;
    expect(await keys()).toEqual(['ABBA', 'ACME', 'BETA']);
  });
});
