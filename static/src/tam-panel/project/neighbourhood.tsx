import { useState } from 'react';
import type { PanelProject, PanelView } from '../../../../src/contract/tam-panel';
import type { EpicRow } from '../../../../src/contract/views';
import { DepartmentTable } from '../../ui/department-table';
import { HiddenItemsText } from '../../ui/hidden-items';
import { useTexts } from '../../ui/viewer';
import { OrderForm } from '../order/order-form';
import { type Tool, Toolbar } from '../toolbar';
import { CreateEpicForm } from './create-epic-form';
import { LinkEpicForm } from './link-epic-form';
import { UnlinkButton, UnlinkQuestion } from './unlink';

export type ManageProps = {
  view: PanelView;
  project: PanelProject;
  accept: (view: PanelView) => void;
};

/**
 * The epics around this issue: open below an epic, folded below an incident, which only belongs to
 * the same client.
 */
export function Neighbourhood(props: ManageProps) {
  const { panel } = useTexts();
  const { departments, hidden, key } = props.project;
  const isEpic = departments.some(({ epics }) => epics.some(({ isThisIssue }) => isThisIssue));
  if (isEpic) return <Epics {...props} />;
  if (departments.length + hidden.length === 0 && !props.view.mayManage) return null;
  return (
    <details>
      <summary>{panel.epicsOf(key)}</summary>
      <div className="stack">
        <Epics {...props} />
      </div>
    </details>
  );
}

function Epics({ view, project, accept }: ManageProps) {
  const { panel } = useTexts();
  const manage = { view, project, accept };
  const [unlinking, setUnlinking] = useState<string | null>(null);
  const unlink = {
    action: (epic: EpicRow) => <UnlinkButton epic={epic} ask={() => setUnlinking(epic.id)} />,
    below: (epic: EpicRow) =>
      unlinking === epic.id && (
        <UnlinkQuestion {...manage} epic={epic} keep={() => setUnlinking(null)} />
      ),
  };
  return (
    <>
      {project.departments.length === 0 ? (
        <p className="subtle">{panel.nothingLinked}</p>
      ) : (
        <DepartmentTable departments={project.departments} {...(view.mayManage ? unlink : {})} />
      )}
      {project.hidden.length > 0 && (
        <p>
          {panel.hidden} <HiddenItemsText hidden={project.hidden} />
        </p>
      )}
      {view.mayManage && <Tools {...manage} />}
    </>
  );
}

function Tools(props: ManageProps) {
  const [open, setOpen] = useState<Tool | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="stack stack-tight">
      <Toolbar open={open} setOpen={setOpen} mayCreate={props.project.createIn.length > 0} />
      {open === 'link' && <LinkEpicForm {...props} close={close} />}
      {open === 'create' && <CreateEpicForm {...props} close={close} />}
      {open === 'order' && <OrderForm {...props} close={close} />}
    </div>
  );
}
