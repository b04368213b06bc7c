import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ClientProjectView, WorkspaceView } from '../../../src/contract/tam-workspace';
import { Answered } from '../ui/answered';
import { DepartmentTable } from '../ui/department-table';
import { Empty } from '../ui/empty';
import { HiddenItemsText } from '../ui/hidden-items';
import { HistoryNotice } from '../ui/history-notice';
import { type Asked, useAnswer } from '../ui/use-answer';
import { useFocusWhenLost } from '../ui/use-focus-when-lost';
import { useTexts } from '../ui/viewer';
import { EditProject } from './edit-project';
import { ProjectFacts } from './project-facts';
import { ProjectPassesSection } from './project-passes';
import { resolver } from './resolver';
import { Unruled } from './unruled';
import { WhatIfSection } from './what-if/what-if-section';

type Props = { id: string; policies: WorkspaceView['policies']; back: () => void };

/** One client project: who answers for it and under which contract, and its epics by department. */
export function ProjectPage({ id, policies, back }: Props) {
  const { workspace } = useTexts();
  const asked = useAnswer(() => resolver.open({ clientProjectId: id }));
  return (
    <>
      <div className="row">
        <Button appearance="subtle" spacing="compact" onClick={back}>
          ← {workspace.back}
        </Button>
      </div>
      <Answered asked={asked} elsewhere={<Button onClick={back}>{workspace.back}</Button>}>
        {(project) => <Opened project={project} policies={policies} asked={asked} />}
      </Answered>
    </>
  );
}

type OpenedProps = {
  project: ClientProjectView;
  policies: WorkspaceView['policies'];
  asked: Asked<ClientProjectView>;
};

function Opened({ project, policies, asked }: OpenedProps) {
  const { workspace } = useTexts();
  const [isEditing, setEditing] = useState(false);
  const heading = useFocusWhenLost<HTMLHeadingElement>();
  const saved = (next: ClientProjectView) => {
    asked.accept(next);
    setEditing(false);
  };
  return (
    <>
      <header className="row row-apart">
        <h2 className="title" tabIndex={-1} ref={heading}>
          {project.key} · <bdi>{project.name}</bdi>
        </h2>
        {project.mayManage && !isEditing && (
          <Button onClick={() => setEditing(true)}>{workspace.edit}</Button>
        )}
      </header>
      {isEditing ? (
        <EditProject
          project={project}
          policies={policies}
          cancel={() => setEditing(false)}
          saved={saved}
        />
      ) : (
        <ProjectFacts project={project} policies={policies} />
      )}
      {project.lacksHistory && <HistoryNotice />}
      <ProjectEpics project={project} />
      <Unruled departments={project.unruled} />
      {project.whatIf !== 'notAllowed' && (
        <WhatIfSection id={project.id} whatIf={project.whatIf} written={asked.reload} />
      )}
      <ProjectPassesSection id={project.id} />
    </>
  );
}

function ProjectEpics({ project }: { project: ClientProjectView }) {
  const { workspace, panel } = useTexts();
  return (
    <section className="stack stack-tight">
      <h3>{workspace.epics}</h3>
      {project.departments.length === 0 ? (
        <Empty title={workspace.noEpics} text={workspace.noEpicsText} />
      ) : (
        <DepartmentTable departments={project.departments} />
      )}
      {project.hidden.length > 0 && (
        <p>
          {panel.hidden} <HiddenItemsText hidden={project.hidden} />
        </p>
      )}
    </section>
  );
}
