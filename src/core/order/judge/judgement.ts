import type { Named, Status } from '../../issue';
import type { Instant } from '../../time';

/** `start`: into a status of category In Progress. `finish`: into one of category Done. */
export type Gate = 'start' | 'finish';

/** Whose move it is; `unknown` where Forge names nobody. `portal`: a customer in a service portal. */
export type Mover =
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'portal' }
  | { readonly kind: 'unknown' };

export type TransitionAsked = {
  readonly issueId: string;
  readonly to: Status;
  readonly mover: Mover;
  readonly now: Instant;
};

/** Why a blocker still holds. */
export type WhyOpen =
  | { readonly kind: 'status' }
  /** Done, but as something that does not let go until a TAM confirms (D10). */
  | { readonly kind: 'notReleasing'; readonly closedAs: Named }
  /** Done, but the hand-over was returned and not given again. */
  | { readonly kind: 'returned' }
  /** Done, but the time after it is not over; `until` null where the calendar never opens (D38). */
  | { readonly kind: 'lag'; readonly until: Instant | null }
  /** `noDoneDate`: done with a lag, and nothing says since when. */
  | { readonly kind: 'unknown'; readonly because: 'unreadable' | 'archived' | 'noDoneDate' };

export type OpenBlocker = {
  readonly id: string;
  /** Null when even the app cannot read it. */
  readonly key: string | null;
  readonly status: Status | null;
  readonly why: WhyOpen;
  /** The strictest policy that holds it. */
  readonly policyKey: string;
  /** The issue that the link stands on: another one where a parent hands its blockers down. */
  readonly heldById: string;
  /** The duplicate in whose place it stands; null when it is linked itself. */
  readonly insteadOfId: string | null;
};

/**
 * The identity of "this issue, this gate, these blockers": passes are bound to it and notices are
 * sent once for each. Tokens are blocker ids, and `at:<ms>` for a not-before date; sorted.
 */
export type BlockerSet = { readonly key: string; readonly tokens: readonly string[] };

export type OrderRefusal = {
  readonly issueId: string;
  readonly gate: Gate;
  readonly policyKey: string;
  readonly policyName: string;
  /** By key; those without one last. Empty when only the date holds. */
  readonly blockers: readonly OpenBlocker[];
  readonly notBefore: Instant | null;
  /** When time alone opens the gate; null when somebody has to do something first. */
  readonly opensAt: Instant | null;
  /** "1 of 2 done": the blockers that gate, members of a circle left out. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly set: BlockerSet;
};

/** Something that somebody should know although the move is allowed (or refused for more). */
export type OrderFlag =
  /** Ids around the circle, the first repeated at the end (D1). */
  | { readonly kind: 'cycle'; readonly path: readonly string[] }
  | { readonly kind: 'familyLink'; readonly otherId: string }
  /** It runs, and these are not done: started past the rule, or opened again since (D8). */
  | { readonly kind: 'startedBeforeDone'; readonly blockerIds: readonly string[] }
  | {
      readonly kind: 'releasedByCancellation';
      readonly blockerId: string;
      readonly closedAs: Named;
      readonly confirmedBy: string;
    }
  | { readonly kind: 'soft'; readonly blockerIds: readonly string[] }
  | { readonly kind: 'suspectLink'; readonly blockerId: string; readonly copiedFromId: string }
  | { readonly kind: 'unknownBlocker'; readonly blockerId: string }
  | { readonly kind: 'uncertain'; readonly why: string }
  /** Allowed in spite of these open blockers: it ran before the policy was switched on (D51), ... */
  | {
      readonly kind: 'grandfathered';
      readonly policyKey: string;
      readonly blockerIds: readonly string[];
    }
  /** ... by a pass, which the caller has to use up (D33), ... */
  | { readonly kind: 'byPass'; readonly passId: string; readonly blockerIds: readonly string[] }
  /** ... for an account on the list (D18), ... */
  | {
      readonly kind: 'freeAccount';
      readonly accountId: string;
      readonly blockerIds: readonly string[];
    }
  /** ... because a customer did it in a portal (D50). */
  | { readonly kind: 'portal'; readonly blockerIds: readonly string[] };

export type Judgement =
  /** `gate` null: this move is neither a start nor a finish, or no policy gates it. */
  | { readonly kind: 'allowed'; readonly gate: Gate | null; readonly flags: readonly OrderFlag[] }
  | {
      readonly kind: 'refused';
      readonly refusal: OrderRefusal;
      readonly flags: readonly OrderFlag[];
    }
  /** Nobody could judge, and the rules say to refuse then (D31). */
  | { readonly kind: 'uncertain'; readonly why: string };
