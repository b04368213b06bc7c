import { runBackfill } from '../../src/usecases/backfill/run-backfill';
import { startBackfill } from '../../src/usecases/backfill/start-backfill';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { sweepIncidents } from '../../src/usecases/clocks/sweep-incidents';
import { JiraError } from '../../src/usecases/ports/jira-error';
import { acmeWorld } from '../builders/acme-world';
import { comment, incident, moscow } from '../builders/incident';
import { SlaWorld } from '../builders/sla-world';

describe('sweepIncidents', () => {
  it('finds an incident that no event told of', async () => {
    const w = acmeWorld();
    w.addIssue(incident());
    await sweepIncidents(w.env);
    expect(w.pending('refresh')).toEqual(['10001']);
  });

  it('leaves alone what is stored as it is', async () => {
    const w = acmeWorld();
    w.addIssue(incident({ events: [comment(moscow('2026-11-23T10:30'))] }));
    await refreshIssue(w.env, '10001');
    await sweepIncidents(w.env);
    expect(w.jobs).toEqual([]);
  });

  it('finds a clock whose due has passed since', async () => {
    const w = acmeWorld();
    w.addIssue(incident());
    await refreshIssue(w.env, '10001');
    w.now = moscow('2026-11-24T03:00');
    await sweepIncidents(w.env);
    expect(w.pending('refresh')).toEqual(['10001']);
  });

  it('finds the open clocks of a deleted issue and the stored ones of a former incident', async () => {
    const w = acmeWorld();
    w.addIssue(incident());
    w.addIssue(incident({ issueId: '10002', key: 'SUP-2' }));
    await refreshIssue(w.env, '10001');
    await refreshIssue(w.env, '10002');
    w.issues.delete('10001');
    w.addIssue(incident({ issueId: '10002', key: 'SUP-2' }), []);
    await sweepIncidents(w.env);
    expect(w.pending('refresh').sort()).toEqual(['10001', '10002']);
  });

  it('publishes what a backfill has stored', async () => {
    const w = acmeWorld();
    w.addIssue(incident({ events: [comment(moscow('2026-11-23T10:30'))] }));
    await startBackfill(w.env, 'id-ACME');
    await runBackfill(w.env, 'new-1');
    await sweepIncidents(w.env);
    await refreshIssue(w.env, '10001');
    expect(w.properties.size).toBe(1);
    w.jobs.length = 0;
    await sweepIncidents(w.env);
    expect(w.jobs).toEqual([]);
  });

  it('sweeps the others when Jira cannot read one client project’s JQL', async () => {
    const w = acmeWorld();
    w.addProject({ key: 'ABBA' });
    w.addIssue(incident());
    const { env } = w;
    const searchIds: typeof env.asApp.searchIds = async (jql, page) => {
      if (jql.includes('ABBA')) throw new JiraError('POST /rest/api/3/search/jql', 400);
      return env.asApp.searchIds(jql, page);
    };
    await sweepIncidents({ ...env, asApp: { ...env.asApp, searchIds } });
    expect(w.pending('refresh')).toEqual(['10001']);
    expect(w.warnings).toEqual(['incident JQL cannot be read']);
  });

  it('gives a backfill that lost its job a new one', async () => {
    const w = acmeWorld();
    await startBackfill(w.env, 'id-ACME');
    w.jobs.length = 0;
    await sweepIncidents(w.env);
    expect(w.pending('backfill')).toEqual(['new-1']);
  });

  it('spreads many refreshes over minutes, as the queue allows', async () => {
    const w = acmeWorld();
    for (let number = 1; number <= 900; number += 1) {
      w.addIssue(incident({ issueId: String(20_000 + number), key: `SUP-${number}` }));
    }
    await sweepIncidents(w.env);
    const delays = w.jobs.map(({ due }) => (due - w.now) / 1000);
    expect([0, 399, 400, 799, 800, 899].map((at) => delays[at])).toEqual([0, 0, 60, 60, 120, 120]);
  });

  it('asks Jira nothing while no client project has a policy', async () => {
    const w = new SlaWorld();
    w.addProject({ policyKey: null });
    await sweepIncidents(w.env);
    expect(w.calls).toEqual([]);
  });
});
