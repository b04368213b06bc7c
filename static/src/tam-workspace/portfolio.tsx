import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/new';
import type { ClientProjectRow, WorkspaceView } from '../../../src/contract/tam-workspace';
import { Empty } from '../ui/empty';
import { Person } from '../ui/person';
import { TableFrame } from '../ui/table-frame';
import { useTexts } from '../ui/viewer';
import { sortByNeed } from './sort-projects';

type Props = { view: WorkspaceView; create: () => void; open: (id: string) => void };

/** All client projects that the viewer may see, those that need him on top. */
export function Portfolio({ view, create, open }: Props) {
  const { workspace } = useTexts();
  const createButton = view.mayCreate && (
    <Button appearance="primary" onClick={create}>
      {workspace.create}
    </Button>
  );
  if (view.projects.length === 0) {
    return (
      <>
        <h2 className="title">{workspace.title}</h2>
        <Empty
          title={workspace.empty}
          text={view.mayCreate ? workspace.emptyMayCreate : workspace.emptyText}
        >
          {createButton}
        </Empty>
      </>
    );
  }
  return (
    <>
      <header className="row row-apart">
        <h2 className="title">{workspace.title}</h2>
        {createButton}
      </header>
      <ProjectTable projects={view.projects} open={open} />
    </>
  );
}

function ProjectTable(props: {
  projects: readonly ClientProjectRow[];
  open: (id: string) => void;
}) {
  const { title, columns } = useTexts().workspace;
  return (
    <TableFrame label={title}>
      <thead>
        <tr>
          <th scope="col">{columns.project}</th>
          <th scope="col">{columns.client}</th>
          <th scope="col">{columns.tam}</th>
          <th scope="col">{columns.needs}</th>
          <th scope="col" className="number">
            {columns.epics}
          </th>
        </tr>
      </thead>
      <tbody>
        {sortByNeed(props.projects).map((project) => (
          <ProjectRow key={project.id} project={project} open={() => props.open(project.id)} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function ProjectRow({ project, open }: { project: ClientProjectRow; open: () => void }) {
  const { workspace } = useTexts();
  return (
    <tr>
      <th scope="row" className="table-wide-cell">
        <button type="button" className="link-button" onClick={open}>
          {project.key} · <bdi>{project.name}</bdi>
        </button>{' '}
        {project.isMine && <Lozenge appearance="information">{workspace.mine}</Lozenge>}
      </th>
      <td className="table-name-cell">
        <bdi>{project.client}</bdi>
      </td>
      <td>
        <Person person={project.tam} none="–" />
      </td>
      <td>
        <Needs project={project} />
      </td>
      <td className="number">{project.epics}</td>
    </tr>
  );
}

function Needs({ project }: { project: ClientProjectRow }) {
  const { workspace } = useTexts();
  const needs = [
    project.openBreaches > 0 ? workspace.openBreaches(project.openBreaches) : null,
    project.tam === null ? workspace.noTam : null,
  ].filter((it) => it !== null);
  const calm = project.lacksHistory ? workspace.lacksHistory : workspace.calm;
  if (needs.length === 0) return <span className="subtle">{calm}</span>;
  return (
    <>
      <span className="danger">{needs.join(', ')}</span>
      {project.lacksHistory && <div className="subtle small">{workspace.lacksHistory}</div>}
    </>
  );
}
