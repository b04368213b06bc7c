import Button from '@atlaskit/button/new';
import type {
  DepartmentCoverage,
  TransitionCoverage,
  WorkflowCoverage,
} from '../../../../src/contract/coverage';
import { useTexts } from '../../ui/viewer';
import { CoverageLozenge } from './coverage-lozenge';
import type { Choosing } from './coverage-table';
import { ruleKey } from './rule-tasks';

type Props = Choosing & {
  department: DepartmentCoverage;
  workflow: WorkflowCoverage;
  transition: TransitionCoverage;
};

/** One transition of a department: what holds there, and what is missing. */
export function CoverageLine({ department, workflow, transition, ...choosing }: Props) {
  const { coverage } = useTexts();
  const { name, from, to, gates, state, gaps, hasRule, isMissing } = transition;
  const key = ruleKey(workflow.id, transition.id);
  const what = coverage.transitionOf(name, workflow.name, department.name);
  return (
    <tr>
      <td>
        {isMissing && (
          <input
            type="checkbox"
            aria-label={coverage.chooseThis(what)}
            checked={choosing.chosen.has(key)}
            onChange={() => choosing.toggle(key)}
          />
        )}
      </td>
      <th scope="row" className="table-name-cell">
        <bdi>{name}</bdi>
        <span className="small subtle coverage-way">
          {from === null ? coverage.fromAny : from.join(', ')} → {to}
        </span>
      </th>
      <td className="table-name-cell">
        <bdi>{workflow.name}</bdi>
      </td>
      <td>{gates.length > 0 && <CoverageLozenge state={state} />}</td>
      <td className="table-wide-cell">
        {gaps.map((gap) => (
          <p key={gap} className="small">
            {coverage.gap[gap]}
          </p>
        ))}
      </td>
      <td>
        {hasRule && workflow.isEditable && (
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={coverage.detachThis(what)}
            onClick={() => choosing.detach(workflow, transition)}
          >
            {coverage.detachShort}
          </Button>
        )}
      </td>
    </tr>
  );
}
