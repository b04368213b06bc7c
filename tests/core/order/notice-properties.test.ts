import fc from 'fast-check';
import {
  NOTHING_TOLD,
  type Notice,
  type NoticeSeen,
  noticeChange,
} from '../../../src/core/order/notice';
import { instant } from '../../../src/core/time';

describe('notices', () => {
  const looks = fc.array(
    fc.record({
      gate: fc.constantFrom('open' as const, 'closed' as const, 'over' as const),
      open: fc.subarray(['NET-12', 'UNIX-3', 'BCK-1'], { minLength: 1 }),
      wait: fc.integer({ min: 0, max: 90_000 }),
      times: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 30 },
  );

  const seenIn = (all: readonly { gate: NoticeSeen['gate']; open: string[]; wait: number }[]) => {
    let now = 0;
    return all.map(({ gate, open, wait }): NoticeSeen => {
      now += wait;
      return {
        ...{ issueId: 'VIRT-7', gate, openIds: gate === 'closed' ? open : [] },
        ...{ linkedIds: ['BCK-1'], hasJustBeenFreed: false, now: instant(now) },
      };
    });
  };
  const told = (all: readonly NoticeSeen[]) => {
    let state = NOTHING_TOLD;
    return all.flatMap((seen): readonly (Notice | 'over')[] => {
      const change = noticeChange(state, seen);
      state = change.next;
      return [
        ...(change.notice === null ? [] : [change.notice]),
        ...(seen.gate === 'over' ? ['over' as const] : []),
      ];
    });
  };

  it('are sent once each, and withdrawn once at most, however often the events come (D12)', () => {
    fc.assert(
      fc.property(looks, (all) => {
        const repeated = all.flatMap((one) => [
          one,
          ...Array.from({ length: one.times - 1 }, () => ({ ...one, wait: 0 })),
        ]);
        const once = told(seenIn(all)).filter((each) => each !== 'over');
        const often = told(seenIn(repeated)).filter((each) => each !== 'over');
        expect(often).toEqual(once);
        const keys = once.flatMap((each) => (each.kind === 'mayStart' ? [each.key] : []));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('say by turns that it may start and that it may not', () => {
    fc.assert(
      fc.property(looks, (all) => {
        let standing: string | null = null;
        for (const each of told(seenIn(all))) {
          if (each === 'over') standing = null;
          else if (each.kind === 'mayStart') {
            expect(standing).toBeNull();
            standing = each.key;
          } else {
            expect(each.key).toBe(standing);
            standing = null;
          }
        }
      }),
    );
  });
});
