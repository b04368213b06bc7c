import { millis } from '../../src/core/time';
import { readIncidentClocks } from '../../src/usecases/clocks/read-incident-clocks';
import { acmeWorld } from '../builders/acme-world';
import { comment, incident, moscow, OPEN, statusChange, WAITING } from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';
import { SlaWorld } from '../builders/sla-world';

describe('readIncidentClocks', () => {
  it('names the version that judges them, which a later one does not replace', async () => {
    const w = acmeWorld();
    w.addPolicy(goldPolicy({ version: 2 }), { effectiveFrom: moscow('2026-11-23T11:00') });
    w.addIssue(incident());
    const clocks = await readIncidentClocks(w.env, '10001');
    expect(clocks?.sla.policyVersion).toBe(1);
  });

  it('shows both clocks as of now and who answered', async () => {
    const w = acmeWorld();
    w.addIssue(incident({ events: [comment(moscow('2026-11-23T10:30'))] }));
    const clocks = await readIncidentClocks(w.env, '10001');
    expect(clocks).toMatchObject({
      projectId: 'id-ACME',
      sla: { policyName: 'Gold', policyVersion: 1, priority: 'High' },
    });
    expect(clocks?.sla.clocks).toMatchObject([
      {
        clock: 'response',
        state: 'met',
        elapsedMs: 30 * 60_000,
        stoppedAt: '2026-11-23T07:30:00.000Z',
        stoppedBy: 'a comment by Name of anna',
      },
      {
        clock: 'resolution',
        state: 'running',
        elapsedMs: 2 * 3_600_000,
        remainingMs: 2 * 3_600_000,
        dueAt: '2026-11-23T11:00:00.000Z',
        stoppedBy: null,
      },
    ]);
  });

  it('reads the history with the rights of the viewer', async () => {
    const w = acmeWorld();
    w.addIssue(incident());
    await readIncidentClocks(w.env, '10001');
    expect(w.calls).toEqual(['app matchJql', 'user findHistory']);
  });

  it('says why a clock stands still, in the language of the viewer', async () => {
    const w = acmeWorld();
    const waits = statusChange(moscow('2026-11-23T11:00'), OPEN, WAITING);
    w.addIssue(incident({ events: [waits] }));
    const { env: english } = w;
    const env = { ...english, viewer: { ...english.viewer, locale: 'ru' as const } };
    const clocks = await readIncidentClocks(env, '10001');
    expect(clocks?.sla.clocks[1]).toMatchObject({
      state: 'paused',
      pausedBecause: 'ждём клиента',
      dueAt: null,
      remainingMs: 3 * 3_600_000,
    });
  });

  describe('says when the calendar closes next and opens again', () => {
    const timesAt = async (now: string) => {
      const w = acmeWorld();
      w.addIssue(incident({ events: [comment(moscow('2026-11-23T10:30'))] }));
      w.now = moscow(now);
      const clocks = (await readIncidentClocks(w.env, '10001'))?.sla.clocks ?? [];
      return clocks.map(({ sleepingUntil, workingUntil, resumesAt }) => ({
        sleepingUntil,
        workingUntil,
        resumesAt,
      }));
    };
    const nothing = { sleepingUntil: null, workingUntil: null, resumesAt: null };

    it('at noon on Monday: closes at 18:00 in Moscow, opens on Tuesday at 09:00', async () => {
      expect(await timesAt('2026-11-23T12:00')).toEqual([
        nothing,
        {
          sleepingUntil: null,
          workingUntil: '2026-11-23T15:00:00.000Z',
          resumesAt: '2026-11-24T06:00:00.000Z',
        },
      ]);
    });

    it('on Saturday: sleeps until Monday 09:00, then closes at 18:00', async () => {
      expect((await timesAt('2026-11-28T12:00'))[1]).toEqual({
        sleepingUntil: '2026-11-30T06:00:00.000Z',
        workingUntil: '2026-11-30T15:00:00.000Z',
        resumesAt: '2026-12-01T06:00:00.000Z',
      });
    });

    it('never, around the clock', async () => {
      const w = acmeWorld();
      const { calendars, ...policy } = goldPolicy();
      const week = Object.fromEntries(
        ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['00:00-24:00']]),
      );
      w.addPolicy({ ...policy, calendars: calendars.map((each) => ({ ...each, week })) });
      w.addIssue(incident());
      expect((await readIncidentClocks(w.env, '10001'))?.sla.clocks[0]).toMatchObject(nothing);
    });
  });

  it('is null for an issue that no policy selects', async () => {
    const w = acmeWorld();
    w.addIssue(incident(), []);
    expect(await readIncidentClocks(w.env, '10001')).toBeNull();
    expect(w.calls).toEqual(['app matchJql']);
  });

  it('is null, without a read of Jira, while no client project has a policy', async () => {
    const w = new SlaWorld();
    w.addProject({ policyKey: null });
    w.addIssue(incident());
    expect(await readIncidentClocks(w.env, '10001')).toBeNull();
    expect(w.calls).toEqual([]);
  });

  it('shows what was decided by hand, and what would be without it', async () => {
    const w = acmeWorld();
    w.now = moscow('2026-11-23T15:00');
    w.addIssue(incident({ events: [comment(moscow('2026-11-23T10:30'))] }));
    await w.env.acts.addAct({
      ...{ id: 'act-1', issueId: '10001', clientProjectId: 'id-ACME', cycle: 1 },
      original: {
        state: 'running',
        dueAt: null,
        targetMs: null,
        breachedAt: null,
        stoppedAt: null,
      },
      act: {
        ...{ at: moscow('2026-11-23T13:00'), clock: 'resolution', by: 'tam' },
        ...{ reason: 'The client agreed by phone.', kind: 'extend', from: 'target' },
        ms: millis(2 * 3_600_000),
      },
    });
    const sla = (await readIncidentClocks(w.env, '10001'))?.sla;
    // Due 14:00 by the goal of 4 h, 16:00 with two hours more.
    expect(sla?.clocks[1]).toMatchObject({
      ...{ state: 'running', dueAt: '2026-11-23T13:00:00.000Z', extendedMs: 2 * 3_600_000 },
      original: { state: 'breached', dueAt: '2026-11-23T11:00:00.000Z', targetMs: 4 * 3_600_000 },
    });
    expect(sla?.acts).toEqual([
      {
        ...{ clock: 'resolution', kind: 'extend', from: 'target', ms: 2 * 3_600_000 },
        ...{ at: '2026-11-23T10:00:00.000Z', by: 'Name of tam' },
        reason: 'The client agreed by phone.',
      },
    ]);
    expect(sla?.mayDecide).toBe(true);
  });

  it('lets nobody but the TAM and deputies decide', async () => {
    const w = acmeWorld();
    w.viewerId = 'manager';
    w.addIssue(incident());
    expect((await readIncidentClocks(w.env, '10001'))?.sla.mayDecide).toBe(false);
  });
});
