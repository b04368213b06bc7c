import type { JudgeInputs } from '../../../src/core/sla/judge/judge-inputs';
import { compilePolicy, type Policy } from '../../../src/core/sla/policy/policy';
import type { NextResponseRules, OwnershipRules } from '../../../src/core/sla/policy/rules';
import { simulate } from '../../../src/core/sla/simulation/simulate';
import { span } from '../../../src/core/time';
import { moscow, WAITING, WORKING } from '../../builders/incident';
import { IncidentStory, withClocks } from '../../builders/incident-story';

const HOUR = 3_600_000;
const now = moscow('2026-11-24T00:00');
const goals = (target: string) => [{ target, calendar: 'msk' }];
const messages = (target: string, rules: Partial<NextResponseRules> = {}) =>
  withClocks({ nextResponse: { goals: goals(target), ...rules } });
const departments = (target: string, rules: Partial<OwnershipRules> = {}) =>
  withClocks({ ownership: { goals: goals(target), ...rules } });
const story = () => new IncidentStory('2026-11-23T10:00', { projectAtCreation: 'Network' });

function compiled(policy: Policy) {
  const result = compilePolicy(policy);
  if (!result.ok) throw new Error(result.problems.join());
  return result;
}

const run = (told: IncidentStory, present: Policy, other: Policy, inputs: JudgeInputs = {}) =>
  simulate([told.history], [compiled(present)], [compiled(other)], now, {
    ...{ present: inputs, other: inputs },
  });

/** Moscow time: Monday 2026-11-23, Mon-Fri 09-18. */
describe('simulate compares the answers to later messages', () => {
  it('message by message, with the reason', () => {
    // Answered after 30 m and after 2 h 30 m: of 3 h both are met, of 2 h one.
    const told = story()
      .comment('2026-11-23T11:00', 'client')
      .comment('2026-11-23T11:30', 'anna')
      .comment('2026-11-23T12:00', 'client')
      .comment('2026-11-23T14:30', 'anna');
    const result = run(told, messages('3h'), messages('2h'));
    expect(result.present.nextResponse).toMatchObject({ met: 2, breached: 0 });
    expect(result.other.nextResponse).toMatchObject({ met: 1, breached: 1 });
    expect(result.flips).toMatchObject([
      {
        ...{ clock: 'nextResponse', cycle: 2, department: null, intervals: [] },
        present: { state: 'met', elapsedMs: 2.5 * HOUR, targetMs: 3 * HOUR },
        other: { state: 'breached', elapsedMs: 2.5 * HOUR, targetMs: 2 * HOUR },
        because: ['dueAt', 'targetMs'],
      },
    ]);
    expect(result.flipCount).toBe(1);
  });

  it('by the message, not by its number', () => {
    // Under the other contract the robot's answer is none: its first run ends at 12:10, and what is
    // the third message here is the second one there. It took 2 h 30 m of 2 h under both.
    const told = story()
      .comment('2026-11-23T11:00', 'client')
      .comment('2026-11-23T11:30', 'robot')
      .comment('2026-11-23T12:00', 'client')
      .comment('2026-11-23T12:10', 'anna')
      .comment('2026-11-23T14:00', 'client')
      .comment('2026-11-23T16:30', 'anna');
    const result = run(told, messages('2h'), { ...messages('2h'), bots: ['robot'] });
    expect(result.present.nextResponse).toMatchObject({ met: 2, breached: 1 });
    expect(result.other.nextResponse).toMatchObject({ met: 1, breached: 1 });
    expect(result.flips).toMatchObject([{ cycle: 2, present: { state: 'met' }, other: null }]);
  });

  it('pauses of its own are told by its own ledger, not by the resolution', () => {
    const told = story()
      .comment('2026-11-23T11:00', 'client')
      .status('2026-11-23T11:30', WAITING)
      .status('2026-11-23T13:30', WORKING)
      .comment('2026-11-23T14:00', 'anna');
    const pause = [{ status: ['Waiting for client'], reason: 'client' as const }];
    const [flip] = run(told, messages('2h', { pause }), messages('2h')).flips;
    // 30 m and 30 m of 2 h, against 3 h.
    expect(flip).toMatchObject({
      present: { state: 'met', elapsedMs: HOUR, pausedMs: 2 * HOUR },
      other: { state: 'breached', elapsedMs: 3 * HOUR },
    });
    expect(flip?.intervals).toMatchObject([
      {
        ...{ from: moscow('2026-11-23T11:30'), to: moscow('2026-11-23T13:30') },
        ...{ old: { kind: 'paused', reason: 'client' }, new: { kind: 'running' } },
      },
    ]);
  });
});

describe('simulate compares the time of departments', () => {
  const told = () => story().moved('2026-11-23T12:00', 'Network', 'Servers');

  it('turn by turn, and names whose it was', () => {
    // Network had it for 2 h, Servers from 12:00 to 18:00 for 6 h, and still does.
    const result = run(told(), departments('5h'), departments('1h'));
    expect(result.present.ownership).toMatchObject({ met: 1, breached: 1 });
    expect(result.other.ownership).toMatchObject({ met: 0, breached: 2 });
    expect(result.flips).toMatchObject([
      {
        ...{ clock: 'ownership', cycle: 1, department: 'Network' },
        present: { state: 'met', elapsedMs: 2 * HOUR, targetMs: 5 * HOUR },
        other: { state: 'breached', elapsedMs: 2 * HOUR, targetMs: HOUR },
      },
    ]);
  });

  it('leaves out on either side what was waited for inside the company', () => {
    const blocked = [
      { span: span(moscow('2026-11-23T10:30'), moscow('2026-11-23T11:30')), by: 'Storage' },
    ];
    const [flip] = run(told(), departments('3h'), departments('30m'), { blocked }).flips;
    // 2 h less the hour in which Storage stood in the way.
    expect(flip).toMatchObject({
      present: { state: 'met', elapsedMs: HOUR },
      other: { state: 'breached', elapsedMs: HOUR },
    });
  });

  it('finds nothing under the same contract', () => {
    const result = run(told(), departments('5h'), departments('5h'));
    expect(result.flips).toEqual([]);
    expect(result.present).toEqual(result.other);
  });
});

describe('a clock that only one of the contracts has', () => {
  it('flips nothing of incidents from before the version that brought it', () => {
    const since = (effectiveFrom: string) => [
      compiled({ ...messages('2h'), effectiveFrom: '2026-01-01' }),
      compiled({ ...departments('3h'), version: 2, effectiveFrom }),
    ];
    const ownershipIn = (effectiveFrom: string) => {
      const [first, later] = since(effectiveFrom);
      if (first === undefined || later === undefined) throw new Error('no versions');
      const told = story().moved('2026-11-23T12:00', 'Network', 'Servers');
      return simulate([told.history], [first, later], [compiled(departments('1h'))], now);
    };
    // The incident is of 10:00: Network had it for 2 h, Servers for 6 h, of 3 h and of 1 h.
    const late = ownershipIn('2026-11-23T11:00:00+03:00');
    expect(late.other.ownership).toMatchObject({ met: 0, breached: 2 });
    expect(late.flips).toEqual([]);
    const early = ownershipIn('2026-11-23T09:00:00+03:00');
    expect(early.flips).toMatchObject([{ department: 'Network', present: { state: 'met' } }]);
  });

  it('has a tally there, and no verdict that flips', () => {
    const told = story()
      .moved('2026-11-23T12:00', 'Network', 'Servers')
      .comment('2026-11-23T13:00', 'client')
      .comment('2026-11-23T13:30', 'anna');
    const both = withClocks({
      nextResponse: { goals: goals('2h') },
      ownership: { goals: goals('1h') },
    });
    const result = run(told, messages('2h'), both);
    expect(result.present.ownership).toMatchObject({ met: 0, breached: 0 });
    expect(result.other.ownership).toMatchObject({ met: 0, breached: 2 });
    expect(result).toMatchObject({ flips: [], flipCount: 0 });
  });
});
