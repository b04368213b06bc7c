import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { DepartmentRow } from '../../../../src/contract/tam-settings';
import { TableFrame } from '../../ui/table-frame';
import { useTexts } from '../../ui/viewer';
import { Section, type SectionProps } from '../section';
import { DepartmentForm } from './department-form';
import { DepartmentLine } from './department-line';

type Editing = DepartmentRow | 'new' | null;

/** The Jira projects that are departments, each with its lead. */
export function Departments({ view, accept }: SectionProps) {
  const { settings } = useTexts();
  const [editing, setEditing] = useState<Editing>(null);
  const close = () => setEditing(null);
  return (
    <Section title={settings.departments} text={settings.departmentsText}>
      {view.departments.length === 0 ? (
        <p>{settings.noDepartments}</p>
      ) : (
        <DepartmentTable view={view} accept={accept} edit={setEditing} />
      )}
      <Hearing {...view.hearing} />
      {editing === null ? (
        <Button appearance="primary" onClick={() => setEditing('new')}>
          {settings.addDepartment}
        </Button>
      ) : (
        <DepartmentForm
          key={editing === 'new' ? 'new' : editing.projectId}
          department={editing === 'new' ? null : editing}
          view={view}
          accept={accept}
          close={close}
        />
      )}
    </Section>
  );
}

/** Where the app does not hear at once what happens, and where it hears more than it needs. */
function Hearing({ unheard, everywhere }: SectionProps['view']['hearing']) {
  const { settings } = useTexts();
  return (
    <>
      {unheard.length > 0 && <p role="alert">{settings.unheard(unheard.join(', '))}</p>}
      {everywhere.length > 0 && (
        <p className="subtle">{settings.everywhere(everywhere.join(', '))}</p>
      )}
    </>
  );
}

function DepartmentTable(props: SectionProps & { edit: (row: DepartmentRow) => void }) {
  const { departmentList, columns } = useTexts().settings;
  return (
    <TableFrame label={departmentList}>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.project}</th>
          <th scope="col">{columns.lead}</th>
          <th scope="col">{columns.issues}</th>
          <th scope="col">
            <span className="for-readers-only">{columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.view.departments.map((department) => (
          <DepartmentLine
            key={department.projectId}
            department={department}
            edit={() => props.edit(department)}
            accept={props.accept}
          />
        ))}
      </tbody>
    </TableFrame>
  );
}
