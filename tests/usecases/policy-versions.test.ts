import type { HistoryEvent } from '../../src/core/sla/judge/history';
import { instant } from '../../src/core/time';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { DONE, incident, moscow, OPEN, statusChange, WORKING } from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

/** Everything is to be solved in so long. */
const within = (version: number, target: string) =>
  goldPolicy({
    version,
    clocks: { resolution: { goals: [{ target, calendar: 'office' }], cycles: 'separate' } },
  });

// An incident of Monday 2026-11-23, 10:00 in Moscow; 4 h, and a second version from 12:00 on.
const done = statusChange(moscow('2026-11-23T11:00'), OPEN, DONE);
const reopened = statusChange(moscow('2026-11-23T13:00'), DONE, WORKING);

async function stored(target: string, appliesToOpen: boolean, events: HistoryEvent[] = []) {
  const w = new SlaWorld();
  w.now = moscow('2026-11-23T15:00');
  w.addPolicy(within(1, '4h'));
  w.addPolicy(within(2, target), { effectiveFrom: moscow('2026-11-23T12:00'), appliesToOpen });
  w.addProject();
  w.addIssue(incident({ events }));
  await refreshIssue(w.env, '10001');
  return [...w.store.rows.values()].map(({ cycle, policyVersion, dueAt, state }) => {
    const due = new Date(instant((dueAt ?? 0) + 3 * 3_600_000)).toISOString().slice(11, 16);
    return `${cycle} v${policyVersion} ${due} ${state}`;
  });
}

describe('a new version of a policy', () => {
  it('leaves an open cycle to the version of its start', async () => {
    expect(await stored('2h', false)).toEqual(['1 v1 14:00 breached']);
  });

  it('judges a cycle that starts under it', async () => {
    expect(await stored('1h', false, [done, reopened])).toEqual([
      '1 v1 14:00 met',
      '2 v2 14:00 breached',
    ]);
  });

  it('judges an open cycle when it applies to open ones', async () => {
    expect(await stored('9h', true)).toEqual(['1 v2 10:00 running']);
  });

  it('leaves what had stopped before as it was, also then', async () => {
    expect(await stored('30m', true, [done, reopened])).toEqual([
      '1 v1 14:00 met',
      '2 v2 13:30 breached',
    ]);
  });
});

describe('the versions of a policy', () => {
  it('judge each incident by its own, and the incidents that start now by the latest', async () => {
    const w = new SlaWorld();
    w.addPolicy();
    w.addPolicy(goldPolicy({ version: 2, name: 'Golden' }), {
      effectiveFrom: moscow('2026-11-23T11:00'),
    });
    w.addProject();
    w.addIssue(incident());
    w.addIssue(incident({ issueId: '10002', created: moscow('2026-11-23T11:30') }));
    await refreshIssue(w.env, '10001');
    await refreshIssue(w.env, '10002');
    const versions = [...w.store.rows.values()].map(({ issueId, policyVersion }) => [
      issueId,
      policyVersion,
    ]);
    expect(versions).toEqual([
      ['10001', 1],
      ['10001', 1],
      ['10002', 2],
      ['10002', 2],
    ]);
  });
});
