import type { AnyCycle } from '../../../src/core/sla/judge/cycle';
import { judgeClocks } from '../../../src/core/sla/judge/judge-incident';
import type { Policy } from '../../../src/core/sla/policy/policy';
import { compareVerdicts, type ToldVerdict } from '../../../src/core/sla/verdict/compare-verdicts';
import { entriesBetween, ledgerOf } from '../../../src/core/sla/verdict/ledger';
import { MSK } from '../../builders/calendars';
import { moscow } from '../../builders/incident';
import { compiled, IncidentStory, momentOf, withClocks } from '../../builders/incident-story';

const HOUR = 3_600_000;
const policy = withClocks({ resolution: { goals: [{ target: '4h', calendar: 'msk' }] } });
const story = () => new IncidentStory('2026-11-20T17:00').done('2026-11-23T13:00');
const now = momentOf('2026-11-25T00:00');

function verdict(told: IncidentStory, by: Policy): ToldVerdict {
  const rules = compiled(by);
  const [cycle] = judgeClocks(told.history, [rules], now) as [AnyCycle];
  const ledger = ledgerOf(told.history, [rules], now);
  return { ...cycle, intervals: entriesBetween(ledger, cycle.startedAt, cycle.stoppedAt ?? now) };
}

/** Moscow time: Fri 2026-11-20 17:00 to Mon 13:00, 5 h of a goal of 4 h. */
describe('compareVerdicts', () => {
  it('finds nothing between a verdict and itself', () => {
    const twice = compareVerdicts(verdict(story(), policy), verdict(story(), policy));
    expect(twice).toEqual({ fields: [], intervals: [] });
  });

  it('says where the second counts differently: Monday became a holiday', () => {
    const holiday = { ...MSK, holidays: [{ date: '2026-11-23' }] };
    const calendars = [holiday, ...policy.calendars.slice(1)];
    const other = { ...policy, version: 2, calendars };
    const difference = compareVerdicts(verdict(story(), policy), verdict(story(), other));
    expect(difference.fields).toContainEqual({ name: 'state', old: 'breached', new: 'met' });
    expect(difference.fields).toContainEqual({ name: 'elapsedMs', old: 5 * HOUR, new: HOUR });
    expect(difference.intervals).toEqual([
      {
        ...{ from: moscow('2026-11-23T09:00'), to: moscow('2026-11-23T13:00') },
        ...{ old: { kind: 'queue', department: 'SUP' }, new: { kind: 'sleeping' } },
      },
    ]);
  });

  it('finds nothing after a reopening, which begins another cycle', () => {
    const open = { id: '1', name: 'Open', category: 'new' } as const;
    const reopened = story().status('2026-11-24T10:00', open);
    const difference = compareVerdicts(verdict(story(), policy), verdict(reopened, policy));
    expect(difference).toEqual({ fields: [], intervals: [] });
  });
});
