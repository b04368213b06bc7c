import type {
  WhatIfItem,
  WhatIfLeft,
  WhatIfRow,
  WhatIfSince,
  WhatIfView,
} from '../../../contract/what-if';
import { type PlanBase, type PlanIssue, planVersion } from '../../../core/order/plan/plan-base';
import { planDifferences } from '../../../core/order/plan/plan-differences';
import { type WhatIfStep, whatIf } from '../../../core/order/plan/what-if';
import type { Lag } from '../../../core/order/policy/order-policy';
import { calendarDate } from '../../../core/project/calendar-date';
import { countHidden, departmentName } from '../../../core/project/hidden-items';
import { sha256 } from '../../../core/sha256';
import type { UserEnv } from '../../env';
import type { WhatIfDraft } from '../../ports/what-if-port';
import { hiddenItems } from '../../views';
import type { PlanRead } from './read-plan';

/** A draft on its base, or the plan as it is; `left` is what a rebase has just left out. */
export function whatIfView(
  env: UserEnv,
  draft: WhatIfDraft | null,
  plan: PlanRead,
  left: readonly WhatIfLeft[] = [],
): WhatIfView {
  const { base, moves } = draft ?? { base: plan.base, moves: new Map<string, string>() };
  const { steps, before, solved, end, unplanned } = whatIf(base, moves, plan.facts);
  const isShown = ({ issue }: WhatIfStep): boolean => isKnown(issue, plan);
  const rowOf = (step: WhatIfStep) => row(env, step, base, plan);
  const hidden = steps.filter((step) => !isShown(step)).map(({ issue }) => issue.key);
  return {
    stamp: draft === null ? '' : stampOf(draft),
    base: draft === null ? null : { at: isoOf(base.at), version: planVersion(base) },
    since: draft === null ? null : sinceOf(env, base, plan),
    items: base.issues.filter((issue) => mayMove(issue, plan)).map((issue) => item(issue, plan)),
    rows: steps.filter(isShown).map(rowOf),
    before: before.filter(isShown).map(rowOf),
    solved: base.issues
      .filter((issue) => solved.includes(issue.id) && isKnown(issue, plan))
      .map(({ key }) => key),
    hidden: hiddenItems(env, countHidden(hidden, plan.departments)),
    ...{ end, unplanned, isCut: plan.isCut, left },
  };
}

/** Stands for what is shown of a draft, so that nothing else is applied than what somebody saw. */
export function stampOf({ base, moves }: WhatIfDraft): string {
  const lines = [...moves].map(([id, to]) => `${id} ${to}`).sort();
  return sha256([base.at, planVersion(base), ...lines].join('\n')).slice(0, 16);
}

/** Open work of the client project that the viewer may browse, then and now. */
export function mayMove(issue: PlanIssue, plan: PlanRead): boolean {
  return issue.isOpen && issue.isLinked && isKnown(issue, plan);
}

/** Null while the base still holds. */
function sinceOf(env: UserEnv, base: PlanBase, plan: PlanRead): WhatIfSince | null {
  if (planVersion(base) === planVersion(plan.base)) return null;
  const { changes, hiddenKeys } = planDifferences(base, plan.base);
  return { changes, hidden: hiddenItems(env, countHidden(hiddenKeys, plan.departments)) };
}

function isKnown({ id, isSeen }: PlanIssue, { issueOf }: PlanRead): boolean {
  return isSeen && issueOf(id) !== undefined;
}

function item({ id, key, due }: PlanIssue, { issueOf }: PlanRead): WhatIfItem {
  const issue = issueOf(id);
  return { id, key: issue?.key ?? key, summary: issue?.summary ?? '', due };
}

function row(
  env: UserEnv,
  { issue, move, needs, because }: WhatIfStep,
  base: PlanBase,
  plan: PlanRead,
): WhatIfRow {
  const blockers = base.issues.filter(({ id }) => because.includes(id));
  const [known, others] = [
    blockers.filter((one) => isKnown(one, plan)),
    blockers.filter((one) => !isKnown(one, plan)),
  ];
  const read = plan.issueOf(issue.id);
  const date = move ?? issue.due;
  const today = calendarDate(env.now(), env.viewer.timeZone);
  return {
    ...item(issue, plan),
    department: read === undefined ? '' : departmentName(read, plan.departments),
    ...{ move, needs },
    because: known.map(({ id, key }) => ({ key, lag: lagBetween(base, id, issue.id) })),
    becauseHidden: hiddenItems(
      env,
      countHidden(
        others.map(({ key }) => key),
        plan.departments,
      ),
    ),
    overdue: date !== null && date < today,
    mayMove: mayMove(issue, plan),
  };
}

function lagBetween({ edges }: PlanBase, blockerId: string, successorId: string): Lag | null {
  const between = edges.filter(
    (edge) => edge.blockerId === blockerId && edge.successorId === successorId,
  );
  return between.find(({ lag }) => lag !== null)?.lag ?? null;
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
