import type { RulePlan } from '../../../../src/contract/coverage';
import { useTexts } from '../../ui/viewer';
import type { RuleTask } from './rule-tasks';

/** One workflow that is about to change, with everybody whom that concerns. */
export function SharedBy({ task, plan }: { task: RuleTask; plan: RulePlan | undefined }) {
  const { coverage } = useTexts();
  const { workflowName, transitions } = task;
  const projects = plan?.projects ?? [];
  const list = (isDepartment: boolean) =>
    projects
      .filter((one) => one.isDepartment === isDepartment)
      .map(({ name, key }) => `${name} (${key})`)
      .join(', ');
  const [departments, others] = [list(true), list(false)];
  return (
    <li>
      <strong>
        <bdi>{workflowName}</bdi>
      </strong>
      : {transitions.map(({ name }) => `"${name}"`).join(', ')}
      {departments !== '' && <p className="small">{coverage.usedBy(departments)}</p>}
      {others !== '' && <p className="small danger">{coverage.alsoUsedBy(others)}</p>}
      {plan !== undefined && plan.hiddenProjects > 0 && (
        <p className="small danger">{coverage.usedByHidden(plan.hiddenProjects)}</p>
      )}
    </li>
  );
}
