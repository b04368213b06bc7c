import type { DepartmentCoverage, TransitionCoverage } from '../../../../src/contract/coverage';
import type { Gate } from '../../../../src/core/order/judge/judgement';

/** What is to be done to the rule in one workflow. */
export type RuleTask = {
  readonly workflowId: string;
  readonly workflowName: string;
  readonly transitions: readonly {
    readonly id: string;
    readonly name: string;
    readonly gates: readonly Gate[];
  }[];
};

/** One transition of one workflow, whichever departments use it. */
export function ruleKey(workflowId: string, transitionId: string): string {
  return `${workflowId} ${transitionId}`;
}

type Chooses = (transition: TransitionCoverage, key: string) => boolean;

/**
 * The chosen transitions by workflow, each once: departments that share one share its rules too, and
 * may take the same transition for different gates.
 */
export function tasksOf(
  departments: readonly DepartmentCoverage[],
  isChosen: Chooses,
): readonly RuleTask[] {
  const tasks = new Map<string, RuleTask>();
  for (const { id, name, transitions } of departments.flatMap(({ workflows }) => workflows)) {
    for (const transition of transitions.filter((one) => isChosen(one, ruleKey(id, one.id)))) {
      const task = tasks.get(id) ?? { workflowId: id, workflowName: name, transitions: [] };
      tasks.set(id, { ...task, transitions: merge(task.transitions, transition) });
    }
  }
  return [...tasks.values()];
}

/**
 * What "attach wherever it is missing" does. A portal shows customers no reason, so on its transitions
 * the rule stands only where somebody chooses it (order semantics D50).
 */
export function missingTasks(departments: readonly DepartmentCoverage[]): readonly RuleTask[] {
  return tasksOf(departments, ({ isMissing, gaps }) => isMissing && !gaps.includes('portal'));
}

function merge(
  transitions: RuleTask['transitions'],
  { id, name, gates }: TransitionCoverage,
): RuleTask['transitions'] {
  const others = transitions.filter((one) => one.id !== id);
  const before = transitions.find((one) => one.id === id)?.gates ?? [];
  return [...others, { id, name, gates: [...new Set([...before, ...gates])] }];
}

export function countTransitions(tasks: readonly RuleTask[]): number {
  return tasks.reduce((sum, { transitions }) => sum + transitions.length, 0);
}

const ORDER = ['unknown', 'advisory', 'guarded', 'enforced'] as const;

/** What needs a look stands first; equals stand as they stood. */
export function weakestFirst(
  departments: readonly DepartmentCoverage[],
): readonly DepartmentCoverage[] {
  return [...departments].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}
