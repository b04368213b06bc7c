import { sha256 } from '../../../src/core/sha256';
import type { AnyCycle } from '../../../src/core/sla/cycle';
import { compareVerdicts, type FrozenVerdict, freeze } from '../../../src/core/sla/frozen-verdict';
import { inputHash } from '../../../src/core/sla/input-hash';
import { judgeClocks } from '../../../src/core/sla/judge-incident';
import { ledgerOf } from '../../../src/core/sla/ledger';
import type { Policy } from '../../../src/core/sla/policy';
import { MSK } from '../../builders/calendars';
import { moscow } from '../../builders/incident';
import { compiled, IncidentStory, momentOf, withClocks } from '../../builders/incident-story';

const HOUR = 3_600_000;
const policy = withClocks({ resolution: { goals: [{ target: '4h', calendar: 'msk' }] } });
const story = () => new IncidentStory('2026-11-20T17:00').done('2026-11-23T13:00');
const now = momentOf('2026-11-25T00:00');

function verdict(told: IncidentStory, by: Policy): FrozenVerdict {
  const rules = compiled(by);
  const [cycle] = judgeClocks(told.history, [rules], now) as [AnyCycle];
  const hash = inputHash(told.history, [rules], cycle.stoppedAt ?? now);
  return freeze(cycle, rules, hash, ledgerOf(told.history, [rules], now)) as FrozenVerdict;
}

/** Moscow time: Fri 2026-11-20 17:00 to Mon 13:00, 5 h of a goal of 4 h. */
describe('a frozen verdict', () => {
  it('holds what it followed from, and the ledger of its cycle', () => {
    const frozen = verdict(story(), policy);
    expect(frozen).toMatchObject({
      ...{ state: 'breached', elapsedMs: 5 * HOUR, policyKey: 'office', policyVersion: 1 },
      inputHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(frozen.intervals.map(({ label }) => label.kind)).toEqual(['queue', 'sleeping', 'queue']);
  });

  it('is none while the cycle has not stopped', () => {
    const rules = compiled(policy);
    const open = new IncidentStory('2026-11-20T17:00').history;
    const [cycle] = judgeClocks(open, [rules], now) as [AnyCycle];
    expect(freeze(cycle, rules, '', [])).toBeNull();
  });

  it('differs from itself in nothing', () => {
    const twice = compareVerdicts(verdict(story(), policy), verdict(story(), policy));
    expect(twice).toEqual({ flips: false, fields: [], intervals: [] });
  });

  it('says where a second one counts differently: Monday became a holiday', () => {
    const holiday = { ...MSK, holidays: [{ date: '2026-11-23' }] };
    const calendars = [holiday, ...policy.calendars.slice(1)];
    const difference = compareVerdicts(
      ...([
        verdict(story(), policy),
        verdict(story(), { ...policy, version: 2, calendars }),
      ] as const),
    );
    expect(difference.flips).toBe(true);
    expect(difference.fields).toContainEqual({ name: 'elapsedMs', old: 5 * HOUR, new: HOUR });
    expect(difference.intervals).toEqual([
      {
        ...{ from: moscow('2026-11-23T09:00'), to: moscow('2026-11-23T13:00') },
        ...{ old: { kind: 'queue', department: 'SUP' }, new: { kind: 'sleeping' } },
      },
    ]);
  });

  it('of a month that is over is not moved by a reopening: the new cycle is another one', () => {
    const reopened = story().status(
      ...(['2026-11-24T10:00', { id: '1', name: 'Open', category: 'new' }] as const),
    );
    const [first] = judgeClocks(reopened.history, [compiled(policy)], now);
    expect(first).toMatchObject({ cycle: 1, state: 'breached', elapsedMs: 5 * HOUR });
    expect(verdict(reopened, policy).inputHash).toBe(verdict(story(), policy).inputHash);
  });
});

describe('the hash of an input', () => {
  const rules = compiled(policy);

  it('does not depend on the order of keys', () => {
    const { history } = story();
    const turned = Object.fromEntries(Object.entries(history).reverse()) as typeof history;
    expect(inputHash(turned, [rules], now)).toBe(inputHash(history, [rules], now));
  });

  it('is another one for another history, another policy and an act by hand', () => {
    const other = compiled({ ...policy, version: 2 });
    const act = {
      at: now,
      clock: 'resolution',
      by: 'tam',
      reason: 'agreed',
      kind: 'reset',
    } as const;
    const hashes = [
      inputHash(story().history, [rules], now),
      inputHash(story().comment('2026-11-23T14:00').history, [rules], now),
      inputHash(story().history, [other], now),
      inputHash(story().history, [rules], now, { acts: [act] }),
    ];
    expect(new Set(hashes).size).toBe(4);
  });

  it.each(['', 'abc', 'a'.repeat(55), 'a'.repeat(64), 'a'.repeat(119), 'привет, 世界'])(
    'is SHA-256, of "%s" too',
    async (text) => {
      const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      expect(sha256(text)).toBe(Buffer.from(bytes).toString('hex'));
    },
  );
});
