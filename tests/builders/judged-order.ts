import type { Issue, IssueLink, StatusCategory } from '../../src/core/issue';
import { buildLinkGraph } from '../../src/core/order/graph/build-link-graph';
import type { ReadIssue } from '../../src/core/order/graph/order-issue';
import { judgeMove } from '../../src/core/order/judge/judge-move';
import type { Judgement, OrderFlag, OrderRefusal } from '../../src/core/order/judge/judgement';
import { type Order, openOrder } from '../../src/core/order/judge/open-order';
import { NO_FACTS, type OrderFacts } from '../../src/core/order/judge/order-facts';
import type { Pass } from '../../src/core/order/judge/pass';
import { type Step, stepOf } from '../../src/core/order/judge/step-of';
import {
  DEFAULT_POLICY,
  DEFAULT_RULES,
  type OrderPolicy,
  type OrderRules,
} from '../../src/core/order/policy/order-policy';
import { type Instant, instant } from '../../src/core/time';
import { anIssue, idOf, ordered, status } from './issues';

/** Monday 23 November 2026, 10:00 in Moscow. */
export const NOW: Instant = instant(Date.parse('2026-11-23T10:00:00+03:00'));

export const at = (iso: string): Instant => instant(Date.parse(iso));

/** What an issue may say to the order beyond what every issue says. */
export type Said = Partial<Issue> & {
  readonly category?: StatusCategory;
  readonly categorySince?: Instant | null;
  readonly isArchived?: boolean;
};

/** An issue with a date at which it came into its category, or an archived one. */
export function said(
  key: string,
  { categorySince, isArchived, ...changes }: Said = {},
): Issue & ReadIssue {
  return {
    ...anIssue(key, changes),
    ...(categorySince === undefined ? {} : { categorySince }),
    ...(isArchived === undefined ? {} : { isArchived }),
  };
}

export const policyOf = (changes: Partial<OrderPolicy> = {}): OrderPolicy => ({
  ...DEFAULT_POLICY,
  ...changes,
});

/** The default policy with these changes, under rules that are the default ones otherwise. */
export const rulesOf = (
  changes: Partial<OrderPolicy> = {},
  rules: Partial<OrderRules> = {},
): OrderRules => ({ ...DEFAULT_RULES, policies: [policyOf(changes)], ...rules });

export function orderOf(
  issues: readonly ReadIssue[],
  rules: OrderRules = rulesOf(),
  facts: Partial<OrderFacts> = {},
): Order {
  return openOrder(buildLinkGraph(issues, rules), rules, { ...NO_FACTS, ...facts });
}

/** Somebody of no special rights moves the issue, by key, into the usual status of a category. */
export function ask(
  order: Order,
  key: string,
  category: StatusCategory = 'inProgress',
  { now = NOW, accountId = 'anna' }: { now?: Instant; accountId?: string } = {},
): Judgement {
  return judgeMove(order, {
    issueId: idOf(key),
    to: status(category),
    mover: { kind: 'account', accountId },
    now,
  });
}

/** The refusal of a judgement that is one; fails otherwise. */
export function refusalIn(judgement: Judgement): OrderRefusal {
  if (judgement.kind !== 'refused') throw new Error(`not refused: ${JSON.stringify(judgement)}`);
  return judgement.refusal;
}

/** Keys (or ids, where nobody knows the key) of the open blockers of a refusal; [] when allowed. */
export function waitsFor(judgement: Judgement): readonly string[] {
  if (judgement.kind !== 'refused') return [];
  return judgement.refusal.blockers.map(({ key, id }) => key ?? id);
}

export function flagsIn(judgement: Judgement): readonly OrderFlag[] {
  return judgement.kind === 'uncertain' ? [] : judgement.flags;
}

export function stateOf(order: Order, key: string, now: Instant = NOW): Step {
  const step = stepOf(order, idOf(key), now);
  if (step === null) throw new Error(`no issue ${key}`);
  return step;
}

/** A link of another type, as the issue itself carries it: "this issue duplicates other". */
export function linkTo(
  typeName: 'Duplicate' | 'Cloners' | 'Relates',
  end: IssueLink['end'],
  other: Issue,
): IssueLink {
  const typeId = { Duplicate: '10002', Cloners: '10001', Relates: '10003' }[typeName];
  const { id, key, summary, status: its } = other;
  return {
    ...{ id: `${typeName}-${other.key}`, typeId, typeName, end },
    other: { id, key, summary, status: its },
  };
}

export function passFor(refusal: OrderRefusal, changes: Partial<Pass> = {}): Pass {
  return {
    id: 'pass-1',
    issueId: refusal.issueId,
    gate: refusal.gate,
    tokens: refusal.set.tokens,
    issuedBy: 'tam',
    reason: 'the client cannot wait',
    issuedAt: NOW,
    expiresAt: instant(NOW + 3_600_000),
    usedAt: null,
    revokedAt: null,
    ...changes,
  };
}

/** NET-12 blocks VIRT-7, each in this category. */
export const pair = (category: StatusCategory, successor: StatusCategory = 'todo') =>
  ordered(
    [anIssue('NET-12', { category }), anIssue('VIRT-7', { category: successor })],
    [['NET-12', 'VIRT-7']],
  );
