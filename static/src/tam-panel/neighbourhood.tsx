import { useState } from 'react';
import type { PanelProject, PanelView } from '../../../src/contract/tam-panel';
import { DepartmentTable } from '../ui/department-table';
import { HiddenItemsText } from '../ui/hidden-items';
import { useTexts } from '../ui/viewer';
import { CreateEpicForm } from './create-epic-form';
import { LinkEpicForm } from './link-epic-form';
import { OrderForm } from './order-form';
import { type Tool, Toolbar } from './toolbar';
import { Unlink } from './unlink';

export type ManageProps = {
  view: PanelView;
  project: PanelProject;
  accept: (view: PanelView) => void;
};

/** All epics of the client project by department, and what a TAM may do with them. */
export function Neighbourhood({ view, project, accept }: ManageProps) {
  const { panel } = useTexts();
  const manage = { view, project, accept };
  const manages = view.mayManage
    ? {
        action: (epic: { id: string; key: string }) => <Unlink epic={epic} {...manage} />,
      }
    : {};
  return (
    <>
      {project.departments.length === 0 ? (
        <p className="subtle">{panel.nothingLinked}</p>
      ) : (
        <DepartmentTable departments={project.departments} {...manages} />
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
