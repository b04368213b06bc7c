import { type Instant, instant } from '../time';
import { blockerSet } from './judge/blocker-set';
import type { Gate } from './judge/judgement';

/** How long a gate has to stay open before somebody is told, so that a slip is not announced. */
const SETTLE_MS = 60_000;

/**
 * What is known of "you may start" for one issue. Kept by the store, written only if its version is
 * still the one that was read, so that two triggers at once tell it once (order semantics D12).
 */
export type NoticeState =
  /** It never waited, or its start is no longer a question. */
  | { readonly kind: 'idle'; readonly round: number }
  | { readonly kind: 'waiting'; readonly blockerIds: readonly string[]; readonly round: number }
  /** The gate is open, and nobody was told yet. */
  | {
      readonly kind: 'settling';
      readonly since: Instant;
      readonly blockerIds: readonly string[];
      readonly round: number;
    }
  | {
      readonly kind: 'told';
      readonly key: string;
      readonly blockerIds: readonly string[];
      readonly round: number;
    };

/** Of an issue that nothing is remembered of. */
export const NOTHING_TOLD: NoticeState = { kind: 'idle', round: 1 };

/** The issue as it stands now. */
export type NoticeSeen = {
  readonly issueId: string;
  /** `open`: it could start; `closed`: it has to wait; `over`: it was started or finished. */
  readonly gate: 'open' | 'closed' | 'over';
  /** Blockers that are open now. */
  readonly openIds: readonly string[];
  /** All blockers that are still linked, done or not. */
  readonly linkedIds: readonly string[];
  /**
   * Some blocker was finished, deleted or unlinked just now: the issue has waited, even if nobody
   * noted it because an event was lost.
   */
  readonly hasJustBeenFreed: boolean;
  readonly now: Instant;
};

export type Notice =
  | {
      readonly kind: 'mayStart';
      /** Sent at most once under this key. */
      readonly key: string;
      /** Whom it waited for, and which of them are done or no longer there (D5, D6). */
      readonly doneIds: readonly string[];
      readonly goneIds: readonly string[];
    }
  /** It was told that it may start under this key, and has to wait again (D9). */
  | { readonly kind: 'withdrawn'; readonly key: string; readonly openIds: readonly string[] };

export type NoticeChange = {
  readonly next: NoticeState;
  readonly notice: Notice | null;
  /** When to look again; null when the next event will do. */
  readonly lookAgainAt: Instant | null;
};

/**
 * What has to be told now, and what to remember. Seen again and again, in whatever state, the same
 * set of blockers is told once; what was told and is no longer true is withdrawn once, and may be
 * told again in a next round (order semantics D5, D9, D11, D12).
 *
 * A gate that time opens is closed till then: look again at the refusal's `opensAt`.
 *
 * Waiting for NET-12 and UNIX-3, both done at 12:00: settling, look again at 12:01, then `mayStart`.
 */
export function noticeChange(
  before: NoticeState,
  seen: NoticeSeen,
  settleMs: number = SETTLE_MS,
): NoticeChange {
  switch (seen.gate) {
    case 'over':
      return quiet({ kind: 'idle', round: before.round + Number(before.kind === 'told') });
    case 'closed':
      return whenClosed(before, seen);
    case 'open':
      return whenOpen(before, seen, settleMs);
  }
}

function whenClosed(before: NoticeState, { openIds }: NoticeSeen): NoticeChange {
  switch (before.kind) {
    case 'idle':
      return quiet({ kind: 'waiting', blockerIds: sorted(openIds), round: before.round });
    case 'waiting':
    case 'settling':
      // Where it was settling nobody was told, so the slip never happened.
      return quiet({
        kind: 'waiting',
        blockerIds: sorted([...before.blockerIds, ...openIds]),
        round: before.round,
      });
    case 'told':
      return {
        next: { kind: 'waiting', blockerIds: sorted(openIds), round: before.round + 1 },
        notice: { kind: 'withdrawn', key: before.key, openIds: sorted(openIds) },
        lookAgainAt: null,
      };
  }
}

function whenOpen(before: NoticeState, seen: NoticeSeen, settleMs: number): NoticeChange {
  switch (before.kind) {
    case 'told':
      return quiet(before);
    case 'idle':
      return seen.hasJustBeenFreed
        ? settle(
            {
              kind: 'settling',
              since: seen.now,
              blockerIds: sorted(seen.linkedIds),
              round: before.round,
            },
            settleMs,
          )
        : quiet(before);
    case 'waiting':
      return settle({ ...before, kind: 'settling', since: seen.now }, settleMs);
    case 'settling': {
      if (seen.now < before.since + settleMs) return settle(before, settleMs);
      const { blockerIds, round } = before;
      const key = noticeKey(seen.issueId, blockerIds, round);
      const linked = new Set(seen.linkedIds);
      return {
        next: { kind: 'told', key, blockerIds, round },
        notice: {
          kind: 'mayStart',
          key,
          doneIds: blockerIds.filter((id) => linked.has(id)),
          goneIds: blockerIds.filter((id) => !linked.has(id)),
        },
        lookAgainAt: null,
      };
    }
  }
}

function settle(next: Extract<NoticeState, { kind: 'settling' }>, settleMs: number): NoticeChange {
  return { next, notice: null, lookAgainAt: instant(next.since + settleMs) };
}

function quiet(next: NoticeState): NoticeChange {
  return { next, notice: null, lookAgainAt: null };
}

/** The blocker set in its round: after a withdrawal the same set is told anew. */
function noticeKey(issueId: string, blockerIds: readonly string[], round: number): string {
  const gate: Gate = 'start';
  return `${blockerSet(issueId, gate, blockerIds).key}:${round}`;
}

function sorted(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}
