import { explainClocks } from '../../src/usecases/clocks/explain-clocks';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { acmeWorld } from '../builders/acme-world';
import {
  comment,
  DONE,
  incident,
  moscow,
  OPEN,
  statusChange,
  WAITING,
  WORKING,
} from '../builders/incident';
import { goldPolicy } from '../builders/policy-text';

const HOUR = 3_600_000;

describe('explainClocks', () => {
  it('tells where every minute went, and the labels sum to the life', async () => {
    const w = acmeWorld();
    w.now = moscow('2026-11-24T10:00');
    const events = [
      statusChange(moscow('2026-11-23T11:00'), OPEN, WORKING),
      statusChange(moscow('2026-11-23T12:00'), WORKING, WAITING),
      statusChange(moscow('2026-11-23T14:00'), WAITING, WORKING),
    ];
    w.addIssue(incident({ events }));
    const answer = await explainClocks(w.env, '10001');
    if (!answer.ok) throw new Error(answer.problem.text);
    const { entries, sums, countedMs, lifeMs, stoppedSince } = answer.value;
    expect(entries.map(({ from, label }) => [from, label.kind])).toEqual([
      ['2026-11-23T07:00:00.000Z', 'queue'],
      ['2026-11-23T08:00:00.000Z', 'running'],
      ['2026-11-23T09:00:00.000Z', 'paused'],
      ['2026-11-23T11:00:00.000Z', 'running'],
      ['2026-11-23T15:00:00.000Z', 'sleeping'],
      ['2026-11-24T06:00:00.000Z', 'running'],
    ]);
    // 1 h in the queue, 1 + 4 + 1 h running, of the 24 h from Monday to Tuesday 10:00.
    expect({ countedMs, lifeMs, stoppedSince }).toEqual({
      countedMs: 7 * HOUR,
      lifeMs: 24 * HOUR,
      stoppedSince: null,
    });
    expect(sums.map(({ label, ms }) => [label.kind, ms / HOUR])).toEqual([
      ['sleeping', 15],
      ['running', 6],
      ['paused', 2],
      ['queue', 1],
    ]);
  });

  it('ends the life of a closed incident at its stop', async () => {
    const w = acmeWorld();
    w.now = moscow('2026-11-27T10:00');
    w.addIssue(incident({ events: [statusChange(moscow('2026-11-23T11:00'), OPEN, DONE)] }));
    expect(await explainClocks(w.env, '10001')).toMatchObject({
      value: { lifeMs: HOUR, countedMs: HOUR, stoppedSince: '2026-11-23T08:00:00.000Z' },
    });
  });

  it('tells a frozen run as the client was told it, and where Jira now says otherwise', async () => {
    // Waiting for the client 10:30-11:30, done at noon, frozen by a reading then; reopened at 12:15.
    const wait = [
      statusChange(moscow('2026-11-23T10:30'), OPEN, WAITING),
      statusChange(moscow('2026-11-23T11:30'), WAITING, WORKING),
    ];
    const close = statusChange(moscow('2026-11-23T12:00'), WORKING, DONE);
    const reopen = statusChange(moscow('2026-11-23T12:15'), DONE, WORKING);
    const w = acmeWorld();
    w.addIssue(incident({ events: [...wait, close] }));
    await refreshIssue(w.env, '10001');
    w.now = moscow('2026-11-23T12:45');
    w.addIssue(incident({ events: [...wait, close, reopen] }));
    const tell = async () => {
      const answer = await explainClocks(w.env, '10001');
      if (!answer.ok) throw new Error(answer.problem.text);
      const { entries, frozen, countedMs } = answer.value;
      const told = entries.map(({ from, label }) => `${from.slice(11, 16)} ${label.kind}`);
      return { told, frozen, countedMs };
    };
    const before = await tell();
    // UTC; Moscow is three hours ahead.
    expect(before.told).toEqual([
      ...['07:00 queue', '07:30 paused', '08:30 running', '09:00 stopped', '09:15 running'],
    ]);
    expect(before.frozen).toEqual([
      {
        cycle: 1,
        ...{ from: '2026-11-23T07:00:00.000Z', to: '2026-11-23T09:00:00.000Z' },
        ...{ at: '2026-11-23T09:00:00.000Z', changes: [] },
      },
    ]);
    const lost = [statusChange(moscow('2026-11-23T10:30'), OPEN, WORKING), close, reopen];
    w.addIssue(incident({ events: lost }));
    const after = await tell();
    expect(after.told).toEqual(before.told);
    expect(after.countedMs).toBe(before.countedMs);
    expect(after.frozen[0]?.changes).toEqual([
      {
        ...{ from: '2026-11-23T07:30:00.000Z', to: '2026-11-23T08:30:00.000Z' },
        ...{ frozen: { kind: 'paused', reason: 'client' }, now: { kind: 'running', name: 'SUP' } },
      },
    ]);
  });

  it('tells what another policy froze as it was told, and compares it with nothing', async () => {
    // Waiting for the client 10:30-11:30, done at noon. Silver pauses nothing.
    const events = [
      statusChange(moscow('2026-11-23T10:30'), OPEN, WAITING),
      statusChange(moscow('2026-11-23T11:30'), WAITING, WORKING),
      statusChange(moscow('2026-11-23T12:00'), WORKING, DONE),
    ];
    const w = acmeWorld();
    w.addIssue(incident({ events }));
    await refreshIssue(w.env, '10001');
    const { pause: _, ...resolution } = goldPolicy().clocks.resolution ?? { goals: [] };
    w.addPolicy(goldPolicy({ key: 'silver', name: 'Silver', clocks: { resolution } }));
    w.projects[0] = { ...w.addProject(), policyKey: 'silver' };
    w.projects.length = 1;
    const answer = await explainClocks(w.env, '10001');
    if (!answer.ok) throw new Error(answer.problem.text);
    const { entries, frozen } = answer.value;
    expect(entries.map(({ label }) => label.kind)).toEqual(['queue', 'paused', 'running']);
    expect(frozen).toMatchObject([{ cycle: 1, changes: [] }]);
  });

  it('reads the history with the rights of the viewer', async () => {
    const w = acmeWorld();
    w.addIssue(incident({ events: [comment(moscow('2026-11-23T10:30'))] }));
    await explainClocks(w.env, '10001');
    expect(w.calls).toEqual(['app matchJql', 'user findHistory']);
  });

  it('says that an issue has no clocks', async () => {
    const w = acmeWorld();
    w.addIssue(incident(), []);
    expect(await explainClocks(w.env, '10001')).toMatchObject({
      ok: false,
      problem: { code: 'notFound' },
    });
  });
});
