import type { StatusCategory } from '../../issue';
import type { Instant } from '../../time';
import type { BlockLinkType } from '../graph/block-links';

/** A hard link gates, a soft one ("prefer after") only shows (order semantics D37). */
export type Hardness = 'hard' | 'soft';

export type GatedLinkType = { readonly typeId: BlockLinkType; readonly hardness: Hardness };

/** How long after its blocker is done an issue may start, by the successor's calendar (D38). */
export type Lag =
  | { readonly kind: 'workingTime'; readonly ms: number }
  | { readonly kind: 'workingDays'; readonly days: number };

/** The lag between two departments by project key; null stands for any. */
export type PairLag = {
  readonly fromProjectKey: string | null;
  readonly toProjectKey: string | null;
  readonly lag: Lag;
};

/**
 * Which resolutions of a done blocker let its successors start; done without any resolution always
 * does. `wellKnown` goes by name: "Won't Do", "Duplicate", "Cancelled" and the like do not (D10).
 */
export type ReleasingRule =
  | { readonly kind: 'wellKnown' }
  | { readonly kind: 'only'; readonly resolutionIds: readonly string[] }
  | { readonly kind: 'allBut'; readonly resolutionIds: readonly string[] };

/** What holds in which part of the company. JSON-safe; several may stand, the strictest wins (D52). */
export type OrderPolicy = {
  readonly key: string;
  readonly name: string;
  readonly linkTypes: readonly GatedLinkType[];
  /** Links between all issues, or between two of one client project; of these only, if listed. */
  readonly scope:
    | { readonly kind: 'all' }
    | { readonly kind: 'clientProjects'; readonly ids: readonly string[] | null };
  readonly gates: { readonly start: boolean; readonly finish: boolean };
  /** Running work that gets a new blocker is moved back too, not only flagged. */
  readonly strict: boolean;
  /** What the guard does with a start that no rule in the workflow has stopped. */
  readonly guard: 'flag' | 'moveBack';
  readonly releasing: ReleasingRule;
  /** Done as a duplicate: the original takes its place (D10). */
  readonly followDuplicates: boolean;
  /** The first that matches counts; a lag of the link itself goes before. */
  readonly lags: readonly PairLag[];
  /** Does what holds a parent back hold its subtasks (D13), or its other children (D15)? */
  readonly inherit: { readonly toSubtasks: boolean; readonly fromEpic: boolean };
  /** A parent is done when it is itself (D14), or as soon as all of its children are as well. */
  readonly epicDone: 'itself' | 'orAllChildren';
  /** A blocker that even the app cannot read (D4), or an open one in the archive (D27). */
  readonly onUnknown: 'warn' | 'hold';
  /** When it was switched on: work that already ran then may go on (D51). */
  readonly enforcedSince: Instant | null;
};

/** The categories of a department's statuses where Jira's own are wrong, by status id (D23). */
export type StatusMap = { readonly [statusId: string]: StatusCategory };

/** Everything that administrators decide about the order. JSON-safe. */
export type OrderRules = {
  readonly policies: readonly OrderPolicy[];
  readonly statusMaps: { readonly [projectKey: string]: StatusMap };
  /** Jira or the store does not answer while judging (D31). */
  readonly onUncertain: 'allow' | 'refuse';
  /** Automation and service accounts that no gate stops (D18). */
  readonly freeAccountIds: readonly string[];
  /** Transitions by customers in a portal, which shows no message (D50). */
  readonly portal: 'allow' | 'gate';
  /** Null: the type that Jira ships as "Duplicate", and "Cloners". */
  readonly duplicateTypeId: string | null;
  readonly clonersTypeId: string | null;
};

export const DEFAULT_POLICY: OrderPolicy = {
  key: 'default',
  name: 'Blocking order',
  linkTypes: [{ typeId: null, hardness: 'hard' }],
  scope: { kind: 'all' },
  gates: { start: true, finish: false },
  strict: false,
  guard: 'flag',
  releasing: { kind: 'wellKnown' },
  followDuplicates: true,
  lags: [],
  inherit: { toSubtasks: false, fromEpic: false },
  epicDone: 'itself',
  onUnknown: 'warn',
  enforcedSince: null,
};

export const DEFAULT_RULES: OrderRules = {
  policies: [DEFAULT_POLICY],
  statusMaps: {},
  onUncertain: 'allow',
  freeAccountIds: [],
  portal: 'allow',
  duplicateTypeId: null,
  clonersTypeId: null,
};
