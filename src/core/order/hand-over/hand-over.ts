import type { Instant, Span } from '../../time';
import type { HandOverForm } from '../policy/order-site';

/** One answer of the form, with its question as it was asked then: forms change. */
export type HandOverFact = {
  readonly key: string;
  readonly label: string;
  readonly text: string;
};

/** `given`: the next department has not answered; `returned`: it asks for more. */
export type HandOverState = 'given' | 'accepted' | 'returned' | 'withdrawn';

/** One thing that somebody did about it, in order. */
export type HandOverRound = {
  readonly kind: HandOverState;
  readonly by: string;
  readonly at: Instant;
  /** Of a return. */
  readonly reason: string | null;
  /** Of what was given; [] of old rounds too, of which only who and when is kept. */
  readonly facts: readonly HandOverFact[];
};

/** The two ends, with the keys that they had when it was last given. */
export type HandOverEnds = {
  readonly blockerId: string;
  readonly blockerKey: string;
  readonly successorId: string;
  readonly successorKey: string;
};

/** What one department tells the next about finished work: from one blocker to one successor. */
export type HandOver = HandOverEnds & {
  readonly state: HandOverState;
  /** What was given last. */
  readonly facts: readonly HandOverFact[];
  readonly history: readonly HandOverRound[];
  /** Grows with each round; of two tabs that act at once one wins. */
  readonly version: number;
};

export type HandOverAct = { readonly by: string; readonly at: Instant } & (
  | { readonly kind: 'give'; readonly ends: HandOverEnds; readonly facts: readonly HandOverFact[] }
  | { readonly kind: 'accept' | 'withdraw' }
  | { readonly kind: 'return'; readonly reason: string }
);

/** Code points. */
export const SHORTEST_RETURN_REASON = 10;
export const LONGEST_RETURN_REASON = 1000;
export const LONGEST_FACT = 1000;

/** Older ones keep who and when, so that a long quarrel stays a short row. */
const ROUNDS_WITH_FACTS = 5;

/** From which states an act is possible. What was returned by mistake can still be accepted. */
const FROM: Readonly<Record<Exclude<HandOverAct['kind'], 'give'>, readonly HandOverState[]>> = {
  accept: ['given', 'returned'],
  return: ['given', 'accepted'],
  withdraw: ['given'],
};
const TO = { accept: 'accepted', return: 'returned', withdraw: 'withdrawn' } as const;

/**
 * The hand-over after an act; null where that is not possible as it stands. Giving always is: for
 * the first time, anew after a return, or with other facts, which the next department has to accept
 * again. Lengths and rights are the caller's business.
 *
 * Given, then returned because the gateway is missing: state `returned`, history of two rounds.
 */
export function actOnHandOver(before: HandOver | null, act: HandOverAct): HandOver | null {
  const { by, at } = act;
  if (act.kind === 'give') {
    const { facts } = act;
    return next(before, act.ends, facts, { kind: 'given', by, at, reason: null, facts });
  }
  if (before === null || !FROM[act.kind].includes(before.state)) return null;
  const reason = act.kind === 'return' ? act.reason : null;
  return next(before, before, before.facts, { kind: TO[act.kind], by, at, reason, facts: [] });
}

function next(
  before: HandOver | null,
  { blockerId, blockerKey, successorId, successorKey }: HandOverEnds,
  facts: readonly HandOverFact[],
  round: HandOverRound,
): HandOver {
  const history = [...(before?.history ?? []), round];
  const withFacts = history.filter((each) => each.facts.length > 0).slice(-ROUNDS_WITH_FACTS);
  return {
    ...{ blockerId, blockerKey, successorId, successorKey, state: round.kind, facts },
    history: history.map((each) => (withFacts.includes(each) ? each : { ...each, facts: [] })),
    version: (before?.version ?? 0) + 1,
  };
}

/** Does it count as handed over: given or accepted, not returned and not withdrawn? */
export function isHandedOver({ state }: Pick<HandOver, 'state'>): boolean {
  return state === 'given' || state === 'accepted';
}

/**
 * Labels of the required fields that are still to be filled in before the blocker may be done; []
 * when nothing is missing. What was returned or withdrawn has to be given again as a whole.
 *
 * The form asks for VLAN and addresses, only VLAN was given: ["addresses"].
 */
export function handOverLacks(
  { fields }: Pick<HandOverForm, 'fields'>,
  filledKeys: readonly string[],
): readonly string[] {
  return fields
    .filter(({ key, isRequired }) => isRequired && !filledKeys.includes(key))
    .map(({ label }) => label);
}

/** Keys of the fields that hold some text and count as handed over. */
export function filledKeysOf(handOver: HandOver | null): readonly string[] {
  if (handOver === null || !isHandedOver(handOver)) return [];
  return handOver.facts.filter(({ text }) => text.trim() !== '').map(({ key }) => key);
}

/**
 * When the next department waited because it had returned the hand-over: from each return until it
 * was given again or accepted after all. That time is the sender's. What still lasts ends at
 * `lasting`.
 *
 * Returned 10:00, given again 11:30: one span, 10:00-11:30.
 */
export function returnedSpans({ history }: Pick<HandOver, 'history'>, lasting: Instant): Span[] {
  return history.flatMap(({ kind, at }, index) => {
    if (kind !== 'returned') return [];
    const to = history[index + 1]?.at ?? lasting;
    return at < to ? [{ from: at, to }] : [];
  });
}
