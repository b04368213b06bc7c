import type { ReportRowKey } from '../../src/contract/sla-report';
import type { CycleRow } from '../../src/core/sla/verdict/cycle-row';
import { millis } from '../../src/core/time';
import type { CyclePageQuery } from '../../src/usecases/ports/report-queries';
import { listReportRows } from '../../src/usecases/report/list-report-rows';
import { acmeWorld } from '../builders/acme-world';
import { breachedRow, cycleRow } from '../builders/cycle-row';
import { incident, moscow } from '../builders/incident';
import type { SlaWorld } from '../builders/sla-world';

const CONFIG = {
  clientProjectId: 'id-ACME',
  period: 'thisMonth',
  timeZone: 'Europe/Moscow',
  targetPercent: 95,
};
const HOUR = 3_600_000;

describe('listReportRows', () => {
  let w: SlaWorld;
  let asked: CyclePageQuery[];
  beforeEach(() => {
    w = acmeWorld();
    w.now = moscow('2026-11-23T17:00');
    asked = [];
  });

  const stored = (rows: readonly CycleRow[]) => {
    w.store.listPeriodCycles = async (_id, query) => {
      asked.push(query);
      return rows;
    };
  };

  async function page(after: ReportRowKey | null = null, config: object = CONFIG) {
    const answer = await listReportRows(w.env, config, after);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value;
  }

  it('has only rows of issues that the viewer may browse, and says how many there are', async () => {
    stored([cycleRow({ clock: 'response' }), cycleRow(), cycleRow({ issueId: '10002' })]);
    w.addIssue(incident());
    const { rows, total } = await page();
    expect(rows.map(({ issueKey, clock }) => `${issueKey} ${clock}`)).toEqual([
      'SUP-1 response',
      'SUP-1 resolution',
    ]);
    expect(total).toBe(3);
  });

  it('reads none of Jira where nothing was counted', async () => {
    stored([]);
    expect(await page()).toEqual({ clientProjectKey: 'ACME', rows: [], total: 0, next: null });
    expect(w.calls).toEqual([]);
  });

  it('writes its instants with the offset of the report, not of the viewer', async () => {
    stored([breachedRow({ startedAt: moscow('2026-11-23T10:00') })]);
    w.addIssue(incident());
    const { rows } = await page();
    expect(rows[0]?.startedAt).toBe('2026-11-23T10:00:00.000+03:00');
    const berlin = await page(null, { ...CONFIG, timeZone: 'Europe/Berlin' });
    expect(berlin.rows[0]?.startedAt).toBe('2026-11-23T08:00:00.000+01:00');
  });

  it('counts what earlier runs used up as time of the clock', async () => {
    stored([cycleRow({ elapsedMs: millis(HOUR), carriedMs: millis(2 * HOUR) })]);
    w.addIssue(incident());
    expect((await page()).rows[0]?.elapsedMs).toBe(3 * HOUR);
  });

  it('keeps the time before a change of goal apart, because the goal does not count it', async () => {
    stored([cycleRow({ elapsedMs: millis(1.5 * HOUR), beforeChangeMs: millis(HOUR) })]);
    w.addIssue(incident());
    expect((await page()).rows).toMatchObject([
      { elapsedMs: 1.5 * HOUR, beforeChangeMs: HOUR, state: 'met' },
    ]);
  });

  it('names the department of an ownership clock, and of the others where the issue lies', async () => {
    w.departments = [
      {
        ...{ projectId: '10100', projectKey: 'NET', name: 'Network' },
        ...{ leadAccountId: null, isOpen: false },
      },
    ];
    stored([
      cycleRow(),
      cycleRow({ clock: 'ownership', department: 'Design' }),
      cycleRow({ clock: 'ownership', cycle: 2, department: 'NET' }),
    ]);
    w.addIssue(incident());
    expect((await page()).rows.map(({ department }) => department)).toEqual([
      ...['Network', 'Design', 'Network'],
    ]);
  });

  it('goes on after 500 rows, and asks for the period as the figures do', async () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      cycleRow({ issueId: String(10_001 + index) }),
    );
    stored(many);
    const { next } = await page();
    expect(next).toEqual({ issueId: '10500', clock: 'resolution', cycle: 1 });
    stored(many.slice(0, 1));
    expect((await page(next, { ...CONFIG, countBy: 'started' })).next).toBeNull();
    expect(asked.map(({ by, after, period }) => [by, after?.issueId ?? null, period])).toEqual([
      ['decided', null, { from: moscow('2026-11-01T00:00'), to: moscow('2026-12-01T00:00') }],
      ['started', '10500', { from: moscow('2026-11-01T00:00'), to: moscow('2026-12-01T00:00') }],
    ]);
  });

  it('is refused to whoever may not see the report', async () => {
    stored([cycleRow()]);
    w.viewerId = 'stranger';
    const answer = await listReportRows(w.env, CONFIG, null);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'notAllowed' } });
    expect(asked).toEqual([]);
  });

  it('finds nothing without a configuration or a client project', async () => {
    for (const config of [undefined, { ...CONFIG, clientProjectId: 'id-GONE' }]) {
      const answer = await listReportRows(w.env, config, null);
      expect(answer).toMatchObject({ ok: false, problem: { code: 'notFound' } });
    }
  });
});
