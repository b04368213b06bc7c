import {
  type CompiledPolicy,
  compilePolicy,
  type Policy,
} from '../../../src/core/sla/policy/policy';
import { simulate } from '../../../src/core/sla/simulation/simulate';
import { addSimulations, NOTHING_SIMULATED } from '../../../src/core/sla/simulation/simulation';
import { DONE, incident, moscow, OPEN, statusChange, WAITING } from '../../builders/incident';
import { goldPolicy } from '../../builders/policy-text';

const now = moscow('2026-11-25T12:00');

function compiled(policy: Policy): CompiledPolicy {
  const result = compilePolicy(policy);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result;
}

const gold = goldPolicy();
const [office] = gold.calendars;
if (office === undefined) throw new Error('no calendar');

/** Nobody is promised an answer; 8 h instead of 4 h for High. */
const slower = goldPolicy({
  key: 'slower',
  clocks: { resolution: { goals: [{ target: '8h', calendar: 'office' }], pause: [] } },
});

const doneAt = (local: string) => statusChange(moscow(local), OPEN, DONE);

describe('simulate', () => {
  it('finds the verdict that flips because of a longer goal', () => {
    // Monday 10:00 to 15:00 is 5 h of working time: over 4 h, within 8 h.
    const history = incident({ events: [doneAt('2026-11-23T15:00')] });
    const result = simulate([history], [compiled(gold)], [compiled(slower)], now);
    expect(result.incidents).toBe(1);
    expect(result.present.resolution).toMatchObject({ met: 0, breached: 1 });
    expect(result.other.resolution).toMatchObject({ met: 1, breached: 0 });
    const flip = result.flips.find(({ clock }) => clock === 'resolution');
    expect(flip).toMatchObject({
      issueKey: 'SUP-1',
      present: { state: 'breached', targetMs: 4 * 3_600_000, elapsedMs: 5 * 3_600_000 },
      other: { state: 'met', targetMs: 8 * 3_600_000, elapsedMs: 5 * 3_600_000 },
      intervals: [],
      intervalCount: 0,
    });
    expect(flip?.because).toContain('targetMs');
    expect(flip?.because).not.toContain('elapsedMs');
  });

  it('names the hours that only one of the contracts counts', () => {
    // 10:00-12:00 counts for both, 12:00-15:00 waits for the client: 2 h against 5 h of 4 h.
    const history = incident({
      events: [
        statusChange(moscow('2026-11-23T12:00'), OPEN, WAITING),
        statusChange(moscow('2026-11-23T15:00'), WAITING, DONE),
      ],
    });
    const strict = goldPolicy({
      clocks: { resolution: { goals: [{ target: '4h', calendar: 'office' }] } },
    });
    const result = simulate([history], [compiled(gold)], [compiled(strict)], now);
    const flip = result.flips.find(({ clock }) => clock === 'resolution');
    expect(flip).toMatchObject({
      present: { state: 'met', elapsedMs: 2 * 3_600_000 },
      other: { state: 'breached', elapsedMs: 5 * 3_600_000 },
    });
    expect(flip?.intervals).toEqual([
      {
        from: moscow('2026-11-23T12:00'),
        to: moscow('2026-11-23T15:00'),
        old: { kind: 'paused', reason: 'client' },
        new: { kind: 'running', department: expect.any(String) },
      },
    ]);
    expect(flip?.shifts).toMatchObject([
      { old: { kind: 'paused' }, new: { kind: 'running' }, ms: 3 * 3_600_000 },
    ]);
  });

  it('names the hours of another calendar', () => {
    const holiday = goldPolicy({
      calendars: [{ ...office, holidays: [{ date: '2026-11-23', name: 'Day off' }] }],
    });
    const history = incident({ events: [doneAt('2026-11-23T15:00')] });
    const result = simulate([history], [compiled(gold)], [compiled(holiday)], now);
    const flip = result.flips.find(({ clock }) => clock === 'resolution');
    expect(flip).toMatchObject({ present: { state: 'breached' }, other: { state: 'met' } });
    expect(flip?.intervals).toMatchObject([
      {
        from: moscow('2026-11-23T10:00'),
        to: moscow('2026-11-23T15:00'),
        new: { kind: 'sleeping' },
      },
    ]);
  });

  it('says that the other contract has no such clock', () => {
    // Answered by nobody: breached at 11:00 under gold.
    const result = simulate([incident()], [compiled(gold)], [compiled(slower)], now);
    expect(result.present.response.breached).toBe(1);
    expect(result.other.response.breached).toBe(0);
    expect(result.flips.find(({ clock }) => clock === 'response')).toMatchObject({
      present: { state: 'breached' },
      other: null,
      intervals: [],
    });
  });

  it('judges an incident under nobody but who selects it', () => {
    const history = incident({ events: [doneAt('2026-11-23T15:00')] });
    const same = [compiled(gold)] as const;
    const result = simulate([history], same, same, now, undefined, () => 'present');
    expect(result).toMatchObject({ incidents: 1, onlyPresent: 1, onlyOther: 0 });
    expect(result.present.resolution.breached).toBe(1);
    expect(result.other.resolution.breached).toBe(0);
    expect(result.flips.find(({ clock }) => clock === 'resolution')).toMatchObject({
      ...{ selectedBy: 'present', present: { state: 'breached' }, other: null },
    });
  });

  it('lists what both judge before what only one of them selects', () => {
    const histories = [1, 2, 3].map((number) =>
      incident({ key: `SUP-${number}`, events: [doneAt('2026-11-23T15:00')] }),
    );
    const alone = new Set(['SUP-1', 'SUP-2']);
    const result = simulate(
      ...([histories, [compiled(gold)], [compiled(slower)], now, undefined] as const),
      ({ key }) => (alone.has(key) ? 'present' : 'both'),
    );
    const keys = result.flips.map(({ issueKey }) => issueKey);
    expect(keys[0]).toBe('SUP-3');
    expect(new Set(keys)).toEqual(new Set(['SUP-3', 'SUP-1', 'SUP-2']));
  });

  it('finds nothing under the same contract', () => {
    const history = incident({ events: [doneAt('2026-11-23T15:00')] });
    const result = simulate([history], [compiled(gold)], [compiled(goldPolicy())], now);
    expect(result.flips).toEqual([]);
    expect(result.present).toEqual(result.other);
  });

  it('says the same in parts as in one', () => {
    const histories = [15, 16, 17].map((hour) =>
      incident({ key: `SUP-${hour}`, events: [doneAt(`2026-11-23T${hour}:00`)] }),
    );
    const run = (some: typeof histories) =>
      simulate(some, [compiled(gold)], [compiled(slower)], now);
    const parts = histories.map((history) => run([history]));
    expect(parts.reduce(addSimulations, NOTHING_SIMULATED)).toEqual(run(histories));
  });

  it('counts every flip and keeps the first 200', () => {
    const histories = Array.from({ length: 210 }, (_, index) =>
      incident({ key: `SUP-${index + 1}`, events: [doneAt('2026-11-23T15:00')] }),
    );
    const strict = goldPolicy({
      clocks: { resolution: { goals: [{ target: '9h', calendar: 'office' }] } },
    });
    const { response, ...clocks } = gold.clocks;
    const result = simulate(histories, [compiled({ ...gold, clocks })], [compiled(strict)], now);
    expect(result.flipCount).toBe(210);
    expect(result.flips).toHaveLength(200);
  });
});
