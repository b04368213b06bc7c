import type {
  DepartmentCoverage,
  TransitionCoverage,
  WorkflowCoverage,
} from '../../../../src/contract/coverage';
import { TableFrame } from '../../ui/table-frame';
import { useTexts } from '../../ui/viewer';
import { CoverageLine } from './coverage-line';
import { CoverageLozenge } from './coverage-lozenge';

export type Choosing = {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  readonly detach: (workflow: WorkflowCoverage, transition: TransitionCoverage) => void;
};

/** Departments, their workflows and the transitions that matter, each with where it stands. */
export function CoverageTable(
  props: Choosing & { departments: readonly DepartmentCoverage[]; only: 'all' | 'gaps' },
) {
  const { coverage } = useTexts();
  const { columns } = coverage;
  return (
    <TableFrame label={coverage.table}>
      <thead>
        <tr>
          <th scope="col">
            <span className="for-readers-only">{columns.choose}</span>
          </th>
          <th scope="col">{columns.transition}</th>
          <th scope="col">{columns.workflow}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.missing}</th>
          <th scope="col">
            <span className="for-readers-only">{columns.actions}</span>
          </th>
        </tr>
      </thead>
      {props.departments.map((department) => (
        <DepartmentRows key={department.projectId} {...props} department={department} />
      ))}
    </TableFrame>
  );
}

function DepartmentRows(
  props: Choosing & { department: DepartmentCoverage; only: 'all' | 'gaps' },
) {
  const { coverage } = useTexts();
  const { name, projectKey, isTeamManaged, state, unreadable, workflows } = props.department;
  const lines = workflows.flatMap((workflow) =>
    workflow.transitions
      .filter(({ gaps }) => props.only === 'all' || gaps.length > 0)
      .map((transition) => ({ workflow, transition })),
  );
  if (props.only === 'gaps' && lines.length === 0 && unreadable === null) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={6}>
          <span className="row">
            <span>
              <bdi>{name}</bdi> ({projectKey})
            </span>
            <CoverageLozenge state={state} />
            {isTeamManaged && <span className="small subtle">{coverage.teamManaged}</span>}
          </span>
        </th>
      </tr>
      {unreadable !== null && (
        <tr>
          <td colSpan={6}>{coverage.unreadable[unreadable]}</td>
        </tr>
      )}
      {unreadable === null && lines.length === 0 && (
        <tr>
          <td colSpan={6} className="subtle">
            {coverage.noGates}
          </td>
        </tr>
      )}
      {lines.map((line) => (
        <CoverageLine key={`${line.workflow.id} ${line.transition.id}`} {...props} {...line} />
      ))}
    </tbody>
  );
}
