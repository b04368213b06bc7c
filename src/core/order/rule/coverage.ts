import type { StatusCategory } from '../../issue';
import { gateOf } from '../judge/judge-move';
import type { Gate } from '../judge/judgement';
import type { StatusMap } from '../policy/order-policy';
import type { Workflow, WorkflowStatus, WorkflowTransition } from './workflow';

/**
 * `enforced`: Jira refuses. `guarded`: nothing refuses, and the guard sees it after the fact.
 * `advisory`: only screens tell. `unknown`: the workflow cannot be read.
 */
export type CoverageState = 'enforced' | 'guarded' | 'advisory' | 'unknown';

/** Why a transition is not enforced, or what else is wrong with it. */
export type CoverageGap =
  /** A start or finish that does not carry the rule. */
  | 'noRule'
  /** It carries the rule, which is switched off. */
  | 'ruleDisabled'
  /** It carries the rule, which was configured not to ask about this gate. */
  | 'gateLeftOut'
  /** It carries the rule and passes no gate: the rule has nothing to do here. */
  | 'ruleNotNeeded'
  /** It carries the rule, and in this department nothing asks about the gates that it passes. */
  | 'gateNotAsked'
  /** Creating an issue: nothing can be linked yet, so a rule would always let it pass. */
  | 'initial'
  /** A portal offers it to customers, whom it shows no reason of a refusal (order semantics D50). */
  | 'portal'
  /** Jira's own workflow, which nobody can change. */
  | 'readOnly'
  /** Jira does not offer the rule for this workflow. */
  | 'notOffered'
  /** Events of the department do not reach the app, so the guard cannot see it either. */
  | 'notHeard';

/** One department, as far as coverage depends on it. */
export type CoveredProject = {
  readonly statusMap: StatusMap;
  /** The gates that a policy, or a hand-over form, has on there. */
  readonly gates: readonly Gate[];
  /** Its events reach the app, so that the guard sees what no rule has stopped. */
  readonly isHeard: boolean;
  /** What the site wants with moves of customers in a portal. */
  readonly portal: 'allow' | 'gate';
};

export type Covered = {
  readonly transition: WorkflowTransition;
  /** Of those that are on, the ones that it passes. */
  readonly gates: readonly Gate[];
  readonly state: CoverageState;
  readonly gaps: readonly CoverageGap[];
  /** Attaching the rule would help and can be done; with the gap `portal` only if somebody says so. */
  readonly isMissing: boolean;
};

/**
 * The gates that a transition passes, whichever of its statuses it starts from: into In Progress
 * the start gate, into Done the finish gate, by the department's own categories (order semantics
 * D23). A global transition starts from every status; where the category stays the same there is
 * no gate (D22).
 *
 * "Start work" To Do -> In Progress: start. "Restart", global, to In Progress: start, for there is
 * a To Do to come from. "Ready" mapped to To Do, so To Do -> Ready: none.
 */
export function gatesOf(
  { statuses }: Pick<Workflow, 'statuses'>,
  transition: WorkflowTransition,
  statusMap: StatusMap,
): readonly Gate[] {
  const to = statuses.find(({ ref }) => ref === transition.toRef);
  if (to === undefined) return [];
  const categoryIn = ({ id, category }: WorkflowStatus): StatusCategory =>
    statusMap[id] ?? category;
  const target = categoryIn(to);
  const isFrom = ({ ref }: WorkflowStatus): boolean =>
    transition.kind === 'global' || transition.fromRefs.includes(ref);
  const from =
    transition.kind === 'initial'
      ? (['todo'] as const)
      : statuses.filter(isFrom).map((status) => categoryIn(status));
  const gates = new Set(from.flatMap((category) => gateOf(category, target) ?? []));
  return [...gates];
}

/**
 * Where the rule stands in a workflow, and where it is missing, for one department that uses it:
 * the transitions that pass a gate which is on, and those that carry the rule all the same.
 * `isOffered`: Jira offers the rule for this workflow.
 *
 * Development has "Start work" with the rule and "Start hotfix" without, both To Do -> In Progress:
 * the first is enforced; the second is guarded with the gap noRule, and missing.
 */
export function coverWorkflow(
  workflow: Workflow,
  project: CoveredProject,
  offer: 'offered' | 'notOffered',
): readonly Covered[] {
  return workflow.transitions.flatMap((transition) => {
    const passed = gatesOf(workflow, transition, project.statusMap);
    const gates = passed.filter((gate) => project.gates.includes(gate));
    if (gates.length === 0 && transition.rules.length === 0) return [];
    if (gates.length > 0) return [coverTransition(workflow, transition, gates, project, offer)];
    const gap = passed.length === 0 ? 'ruleNotNeeded' : 'gateNotAsked';
    return [{ transition, gates, state: 'enforced', gaps: [gap], isMissing: false }];
  });
}

function coverTransition(
  { isEditable }: Workflow,
  transition: WorkflowTransition,
  gates: readonly Gate[],
  { isHeard, portal }: CoveredProject,
  offer: 'offered' | 'notOffered',
): Covered {
  const gap = gapOf(transition, gates);
  // Forge tells no rule where it is asked, so all that can be done is to leave the rule off.
  const mute: CoverageGap[] = transition.isInPortal && portal === 'allow' ? ['portal'] : [];
  if (gap === null) return { transition, gates, state: 'enforced', gaps: mute, isMissing: false };
  const obstacles: CoverageGap[] = isEditable ? [] : ['readOnly'];
  if (gap === 'noRule' && isEditable && offer === 'notOffered') obstacles.push('notOffered');
  return {
    ...{ transition, gates },
    state: isHeard ? 'guarded' : 'advisory',
    gaps: [
      ...[gap, ...(gap === 'initial' ? [] : obstacles), ...mute],
      ...(isHeard ? [] : ['notHeard' as const]),
    ],
    isMissing: gap !== 'initial' && obstacles.length === 0,
  };
}

/** Why Jira would not ask the rule about these gates here; null: it does. */
function gapOf({ kind, rules }: WorkflowTransition, gates: readonly Gate[]): CoverageGap | null {
  if (kind === 'initial') return 'initial';
  if (rules.length === 0) return 'noRule';
  const active = rules.filter(({ isDisabled }) => !isDisabled);
  if (active.length === 0) return 'ruleDisabled';
  const asked = active.flatMap((rule) => rule.gates);
  return gates.every((gate) => asked.includes(gate)) ? null : 'gateLeftOut';
}

const WEAKEST_FIRST: readonly CoverageState[] = ['unknown', 'advisory', 'guarded', 'enforced'];

/** The weakest of several; of none `enforced`: there is nothing that could go wrong. */
export function weakestOf(states: readonly CoverageState[]): CoverageState {
  return WEAKEST_FIRST.find((state) => states.includes(state)) ?? 'enforced';
}
