import { Fragment, type ReactNode } from 'react';
import type { DepartmentEpics, EpicRow } from '../../../src/contract/views';
import { EpicCells } from './epic-cells';
import { TableFrame } from './table-frame';
import { useTexts } from './viewer';

type Props = {
  departments: readonly DepartmentEpics[];
  /** What the viewer may do with one epic; absent for those who only read. */
  action?: (epic: EpicRow) => ReactNode;
  /** What opens under an epic's row, over the whole width; null: nothing. */
  below?: (epic: EpicRow) => ReactNode;
};

/** All epics of a client project, one group of rows per department. */
export function DepartmentTable({ departments, action, below }: Props) {
  const { table } = useTexts().shared;
  const columns = action ? 7 : 6;
  return (
    <TableFrame label={table.epicsByDepartment}>
      <thead>
        <tr>
          <th scope="col">{table.item}</th>
          <th scope="col">{table.status}</th>
          <th scope="col">{table.assignee}</th>
          <th scope="col">{table.due}</th>
          <th scope="col">{table.progress}</th>
          <th scope="col">{table.order}</th>
          {action && (
            <th scope="col">
              <span className="for-readers-only">{table.actions}</span>
            </th>
          )}
        </tr>
      </thead>
      {departments.map((department) => (
        <tbody key={department.projectKey}>
          <tr>
            <th scope="rowgroup" colSpan={columns}>
              <bdi>{department.department}</bdi>
              {department.after.length > 0 && (
                <span className="table-after">
                  {' '}
                  {table.after} {department.after.join(', ')}
                </span>
              )}
            </th>
          </tr>
          {department.epics.map((epic) => (
            <Fragment key={epic.id}>
              <tr className={epic.isThisIssue ? 'table-this' : undefined}>
                <EpicCells epic={epic} />
                {action && <td>{action(epic)}</td>}
              </tr>
              <BelowRow columns={columns}>{below?.(epic)}</BelowRow>
            </Fragment>
          ))}
        </tbody>
      ))}
    </TableFrame>
  );
}

function BelowRow(props: { columns: number; children: ReactNode }) {
  if (!props.children) return null;
  return (
    <tr>
      <td colSpan={props.columns}>{props.children}</td>
    </tr>
  );
}
