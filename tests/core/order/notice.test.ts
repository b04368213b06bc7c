import {
  NOTHING_TOLD,
  type NoticeSeen,
  type NoticeState,
  noticeChange,
} from '../../../src/core/order/notice';
import { instant } from '../../../src/core/time';
import { NOW } from '../../builders/judged-order';

const MINUTE = 60_000;

/** Looks at VIRT-7 so many ms after NOW. */
const closed = (afterMs: number, ...openIds: string[]): NoticeSeen => ({
  ...{ issueId: 'VIRT-7', gate: 'closed', openIds, linkedIds: ['NET-12', 'UNIX-3'] },
  ...{ hasJustBeenFreed: false, now: instant(NOW + afterMs) },
});
const open = (afterMs: number, changes: Partial<NoticeSeen> = {}): NoticeSeen => ({
  ...closed(afterMs),
  gate: 'open',
  ...changes,
});

/** Everything told on the way, each with the ms after NOW. */
function tell(...all: readonly NoticeSeen[]) {
  let state: NoticeState = NOTHING_TOLD;
  const told: unknown[] = [];
  for (const seen of all) {
    const { next, notice } = noticeChange(state, seen);
    state = next;
    if (notice !== null) told.push([notice.kind, seen.now - NOW]);
  }
  return told;
}

describe('noticeChange', () => {
  it('tells once, 60 s after the gate has opened', () => {
    expect(
      tell(closed(0, 'NET-12'), open(1_000), open(30_000), open(61_000), open(90_000)),
    ).toEqual([['mayStart', 61_000]]);
  });

  it('says when to look again', () => {
    const waiting = noticeChange(NOTHING_TOLD, closed(0, 'NET-12')).next;
    expect(noticeChange(waiting, open(1_000)).lookAgainAt).toBe(NOW + 1_000 + MINUTE);
  });

  it('D11: tells nothing while one of two is open, and then names both', () => {
    let state = noticeChange(NOTHING_TOLD, closed(0, 'NET-12', 'UNIX-3')).next;
    const half = noticeChange(state, closed(1_000, 'UNIX-3'));
    expect(half.notice).toBeNull();
    state = noticeChange(half.next, open(2_000)).next;
    expect(noticeChange(state, open(62_000)).notice).toMatchObject({
      kind: 'mayStart',
      doneIds: ['NET-12', 'UNIX-3'],
      goneIds: [],
    });
  });

  it('D12: gives two triggers at the same time the same key', () => {
    const settling = noticeChange(
      noticeChange(NOTHING_TOLD, closed(0, 'UNIX-3', 'NET-12')).next,
      open(1_000),
    ).next;
    const [one, other] = [open(61_000), open(61_200)].map((seen) => noticeChange(settling, seen));
    expect(one?.notice).toEqual(other?.notice);
    expect(one?.next).toEqual(other?.next);
  });

  it('D5, D6: names a blocker that is gone as gone', () => {
    const state = noticeChange(
      noticeChange(NOTHING_TOLD, closed(0, 'NET-12', 'UNIX-3')).next,
      open(1_000),
    ).next;
    expect(noticeChange(state, open(61_000, { linkedIds: ['UNIX-3'] })).notice).toMatchObject({
      doneIds: ['UNIX-3'],
      goneIds: ['NET-12'],
    });
  });

  it('says nothing of a blocker that was done by mistake for half a minute', () => {
    expect(tell(closed(0, 'NET-12'), open(1_000), closed(30_000, 'NET-12'))).toEqual([]);
  });

  it('D9: withdraws what it told, once, and tells it again when it is true again', () => {
    expect(
      tell(
        closed(0, 'NET-12'),
        open(1_000),
        open(61_000),
        closed(120_000, 'NET-12'),
        closed(121_000, 'NET-12'),
        open(200_000),
        open(260_000),
      ),
    ).toEqual([
      ['mayStart', 61_000],
      ['withdrawn', 120_000],
      ['mayStart', 260_000],
    ]);
  });

  it('D9: gives the second time a key of its own', () => {
    const keys = new Set<string>();
    let state: NoticeState = NOTHING_TOLD;
    for (const seen of [
      ...[closed(0, 'NET-12'), open(0), open(MINUTE)],
      ...[closed(MINUTE, 'NET-12'), open(MINUTE), open(2 * MINUTE)],
    ]) {
      const change = noticeChange(state, seen);
      state = change.next;
      if (change.notice?.kind === 'mayStart') keys.add(change.notice.key);
    }
    expect(keys.size).toBe(2);
  });

  it('forgets once the work has begun, and starts another round after going back', () => {
    const over = { ...open(70_000), gate: 'over' as const };
    expect(
      tell(
        ...[closed(0, 'NET-12'), open(1_000), open(61_000), over],
        ...[closed(80_000, 'NET-12'), open(90_000), open(150_000)],
      ),
    ).toEqual([
      ['mayStart', 61_000],
      ['mayStart', 150_000],
    ]);
  });

  it('says nothing of what has never waited', () => {
    expect(tell(open(0), open(MINUTE))).toEqual([]);
  });

  it('D46: knows by the event itself that it had waited, though no one had noted that', () => {
    expect(tell(open(0, { hasJustBeenFreed: true }), open(MINUTE))).toEqual([['mayStart', MINUTE]]);
  });
});
