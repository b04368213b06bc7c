import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { DepartmentRow } from '../../../../src/contract/tam-settings';
import { Person } from '../../ui/person';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import type { SectionProps } from '../section';

type Props = {
  department: DepartmentRow;
  edit: () => void;
  accept: SectionProps['accept'];
};

/** One registered department, and a way to change or remove it. */
export function DepartmentLine({ department, edit, accept }: Props) {
  const { settings, workspace, shared } = useTexts();
  const [isAsking, setAsking] = useState(false);
  return (
    <tr>
      <th scope="row" className="table-name-cell">
        <bdi>{department.name}</bdi>
      </th>
      <td>{department.projectKey}</td>
      <td>
        <Person person={department.lead} none={settings.noLead} />
      </td>
      <td>{department.isOpen ? settings.openYes : settings.openNo}</td>
      <td>
        {isAsking ? (
          <ConfirmRemoval department={department} accept={accept} keep={() => setAsking(false)} />
        ) : (
          <span className="row row-end">
            <Button
              spacing="compact"
              appearance="subtle"
              aria-label={settings.editDepartment(department.name)}
              onClick={edit}
            >
              {workspace.edit}
            </Button>
            <Button
              spacing="compact"
              appearance="subtle"
              aria-label={settings.removeDepartment(department.name)}
              onClick={() => setAsking(true)}
            >
              {shared.remove}
            </Button>
          </span>
        )}
      </td>
    </tr>
  );
}

function ConfirmRemoval(props: {
  department: DepartmentRow;
  accept: SectionProps['accept'];
  keep: () => void;
}) {
  const { settings, shared } = useTexts();
  const remove = useAction();
  const { name, projectId } = props.department;
  return (
    <fieldset className="stack stack-tight" aria-label={settings.removeDepartment(name)}>
      <p className="small">{settings.askRemove(name)}</p>
      <div className="row">
        <Button
          spacing="compact"
          appearance="danger"
          isLoading={remove.isBusy}
          onClick={() => remove.run(() => resolver.removeDepartment({ projectId }), props.accept)}
        >
          {shared.remove}
        </Button>
        <Button spacing="compact" appearance="subtle" autoFocus onClick={props.keep}>
          {settings.keep}
        </Button>
      </div>
      <ProblemNotice problem={remove.problem} />
    </fieldset>
  );
}
