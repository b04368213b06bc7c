import { millis } from '../../src/core/time';
import { runBackfill } from '../../src/usecases/backfill/run-backfill';
import { startBackfill } from '../../src/usecases/backfill/start-backfill';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { sweepIncidents } from '../../src/usecases/clocks/sweep-incidents';
import { acmeWorld } from '../builders/acme-world';
import {
  comment,
  DONE,
  incident,
  moscow,
  OPEN,
  priorityChange,
  statusChange,
  WORKING,
} from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

const ANSWER = comment(moscow('2026-11-23T10:30'));
const done = (at: string, from = OPEN) => statusChange(moscow(at), from, DONE);

const verdicts = (world: SlaWorld) =>
  [...world.store.rows.values()].map(
    ({ clock, cycle, state, frozenAt }) =>
      `${clock} ${cycle} ${state}${frozenAt === null ? '' : ', frozen'}`,
  );

describe('a verdict', () => {
  it('is frozen when its clock has stopped, with all that it was made of', async () => {
    const w = acmeWorld();
    w.addIssue(incident({ events: [ANSWER] }));
    await refreshIssue(w.env, '10001');
    expect(verdicts(w)).toEqual(['response 1 met, frozen', 'resolution 1 running']);
    const [response] = [...w.store.rows.values()];
    expect(response).toMatchObject({
      policyKey: 'gold',
      policyVersion: 1,
      frozenAt: w.now,
      calendarHash: expect.stringMatching(/^2:[0-9a-f]{62}$/),
      inputHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('stays when the comment that it rests on is deleted', async () => {
    const w = acmeWorld();
    w.addIssue(incident({ events: [ANSWER] }));
    w.now = moscow('2026-11-23T10:31');
    await refreshIssue(w.env, '10001');
    w.addIssue(incident());
    w.now = moscow('2026-11-23T12:00');
    await refreshIssue(w.env, '10001');
    await sweepIncidents(w.env);
    expect(verdicts(w)).toContain('response 1 met, frozen');
    expect([...w.store.rows.values()][0]?.source).toBe('observed');
    expect(w.properties.get('10001 tam')).toMatchObject({ slaResponse: 'met' });
  });

  it('says that its stop was found later', async () => {
    const w = acmeWorld();
    w.addIssue(incident({ events: [ANSWER] }));
    await refreshIssue(w.env, '10001');
    expect([...w.store.rows.values()].map(({ source }) => source)).toEqual([
      'computed',
      'observed',
    ]);
  });

  it('proves itself by what had happened until the stop', async () => {
    const hashes = async (events: Parameters<typeof incident>[0]) => {
      const w = acmeWorld();
      w.addIssue(incident(events));
      await refreshIssue(w.env, '10001');
      return [...w.store.rows.values()].map(({ inputHash }) => inputHash);
    };
    const later = comment(moscow('2026-11-23T11:30'));
    const [response, resolution] = await hashes({ events: [ANSWER] });
    const [sameResponse, otherResolution] = await hashes({ events: [ANSWER, later] });
    expect(sameResponse).toBe(response);
    expect(otherResolution).not.toBe(resolution);
  });

  it('waits for the grace in which a reopening takes the stop back', async () => {
    const w = new SlaWorld();
    const gold = goldPolicy();
    const resolution = { goals: [], ...gold.clocks.resolution, reopenGrace: '5m' };
    w.addPolicy({ ...gold, clocks: { ...gold.clocks, resolution } });
    w.addProject();
    w.addIssue(incident({ events: [done('2026-11-23T11:30')] }));
    w.now = moscow('2026-11-23T11:35');
    await refreshIssue(w.env, '10001');
    expect(verdicts(w)).toContain('resolution 1 met');
    w.addIssue(
      incident({
        events: [done('2026-11-23T11:30'), statusChange(moscow('2026-11-23T11:34'), DONE, WORKING)],
      }),
    );
    await refreshIssue(w.env, '10001');
    expect(verdicts(w)).toContain('resolution 1 running');
  });

  it('is frozen by the sweep once that grace is over', async () => {
    const w = new SlaWorld();
    const gold = goldPolicy();
    const resolution = { goals: [], ...gold.clocks.resolution, reopenGrace: '5m' };
    w.addPolicy({ ...gold, clocks: { ...gold.clocks, resolution } });
    w.addProject();
    w.addIssue(incident({ events: [done('2026-11-23T11:30')] }));
    w.now = moscow('2026-11-23T11:31');
    await refreshIssue(w.env, '10001');
    w.now = moscow('2026-11-24T03:00');
    await sweepIncidents(w.env);
    expect(w.pending('refresh')).toEqual(['10001']);
    await refreshIssue(w.env, '10001');
    expect(verdicts(w)).toEqual(['response 1 breached, frozen', 'resolution 1 met, frozen']);
  });

  it('of a closed month stays when the incident is reopened in the next one', async () => {
    const w = acmeWorld();
    w.addIssue(incident({ events: [done('2026-11-23T11:30')] }));
    await refreshIssue(w.env, '10001');
    const reopened = statusChange(moscow('2026-12-02T10:00'), DONE, WORKING);
    w.addIssue(incident({ events: [done('2026-11-23T11:30'), reopened] }));
    w.now = moscow('2026-12-02T15:00');
    await refreshIssue(w.env, '10001');
    const decided = [...w.store.rows.values()].map(({ clock, cycle, decidedAt }) => [
      clock,
      cycle,
      decidedAt,
    ]);
    expect(decided).toEqual([
      ['response', 1, moscow('2026-11-23T11:00')],
      ['resolution', 1, moscow('2026-11-23T11:30')],
      // 1.5 h were used in November, so the 4 h end at 12:30.
      ['resolution', 2, moscow('2026-12-02T12:30')],
    ]);
  });

  it('learns what had elapsed before a change of goal when it is older than that column', async () => {
    // High, 4 h, from 10:00; Low, 9 h from the change at 11:00; done at 12:30.
    const { clocks } = goldPolicy();
    const goals = clocks.resolution?.goals ?? [];
    const resolution = { goals, priorityChange: 'fromChange' as const };
    const w = new SlaWorld();
    w.addPolicy({ ...goldPolicy(), clocks: { ...clocks, resolution } });
    w.addProject();
    w.addIssue(
      incident({
        events: [priorityChange(moscow('2026-11-23T11:00')), done('2026-11-23T12:30')],
      }),
    );
    w.now = moscow('2026-11-23T13:00');
    await refreshIssue(w.env, '10001');
    const resolutions = () => [...w.store.rows].filter(([, { clock }]) => clock === 'resolution');
    const HOUR = 3_600_000;
    const known = { state: 'met', elapsedMs: 1.5 * HOUR, beforeChangeMs: HOUR };
    expect(resolutions()).toMatchObject([[expect.anything(), { ...known, frozenAt: w.now }]]);
    for (const [key, row] of resolutions()) {
      w.store.rows.set(key, { ...row, beforeChangeMs: millis(0) });
    }
    w.now = moscow('2026-11-24T03:00');
    await startBackfill(w.env, 'id-ACME');
    await runBackfill(w.env, 'new-1');
    expect(resolutions()).toMatchObject([
      [expect.anything(), { ...known, frozenAt: moscow('2026-11-23T13:00') }],
    ]);
  });

  it('is not rewritten by a backfill under other rules', async () => {
    const w = acmeWorld();
    w.addIssue(incident({ events: [ANSWER, done('2026-11-23T12:00')] }));
    w.now = moscow('2026-11-23T13:00');
    await refreshIssue(w.env, '10001');
    const before = w.store.verdicts();
    w.policies.clear();
    w.addPolicy(
      goldPolicy({
        version: 2,
        clocks: { response: goldPolicy().clocks.response ?? { goals: [] } },
      }),
    );
    w.now = moscow('2026-11-24T13:00');
    await startBackfill(w.env, 'id-ACME');
    await runBackfill(w.env, 'new-1');
    expect(w.store.verdicts()).toEqual(before);
  });

  it('stays when the issue is no incident any more, and goes when the JQL is another one', async () => {
    const w = acmeWorld();
    w.addIssue(incident({ events: [ANSWER] }));
    await refreshIssue(w.env, '10001');
    w.addIssue(incident({ events: [ANSWER] }), []);
    w.now = moscow('2026-11-23T13:00');
    await refreshIssue(w.env, '10001');
    expect(verdicts(w)).toEqual(['response 1 met, frozen']);
    w.projects[0] = { ...w.addProject(), incidentsJql: 'project = NET AND labels = ACME' };
    w.projects.length = 1;
    await refreshIssue(w.env, '10001');
    expect(verdicts(w)).toEqual([]);
  });

  it('of a deleted issue stays without the name of who stopped it', async () => {
    const w = acmeWorld();
    w.addIssue(incident({ events: [ANSWER] }));
    await refreshIssue(w.env, '10001');
    w.issues.delete('10001');
    w.now = moscow('2026-11-23T13:00');
    await refreshIssue(w.env, '10001');
    expect([...w.store.rows.values()]).toMatchObject([{ state: 'met', stoppedBy: null }]);
  });
});
