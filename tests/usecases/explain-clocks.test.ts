import { explainClocks } from '../../src/usecases/explain-clocks';
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
import { SlaWorld } from '../builders/sla-world';

const HOUR = 3_600_000;

// Monday 12:00 in Moscow, working hours 09-18; incidents are created at 10:00.
function world(): SlaWorld {
  const world = new SlaWorld();
  world.addPolicy();
  world.addProject();
  return world;
}

describe('explainClocks', () => {
  it('tells where every minute went, and the labels sum to the life', async () => {
    const w = world();
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
    const w = world();
    w.now = moscow('2026-11-27T10:00');
    w.addIssue(incident({ events: [statusChange(moscow('2026-11-23T11:00'), OPEN, DONE)] }));
    expect(await explainClocks(w.env, '10001')).toMatchObject({
      value: { lifeMs: HOUR, countedMs: HOUR, stoppedSince: '2026-11-23T08:00:00.000Z' },
    });
  });

  it('reads the history with the rights of the viewer', async () => {
    const w = world();
    w.addIssue(incident({ events: [comment(moscow('2026-11-23T10:30'))] }));
    await explainClocks(w.env, '10001');
    expect(w.calls).toEqual(['app matchJql', 'user findHistory']);
  });

  it('says that an issue has no clocks', async () => {
    const w = world();
    w.addIssue(incident(), []);
    expect(await explainClocks(w.env, '10001')).toMatchObject({
      ok: false,
      problem: { code: 'notFound' },
    });
  });
});
