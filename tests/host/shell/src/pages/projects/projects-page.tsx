import EmptyState from '@atlaskit/empty-state';
import { LoadState } from '../../kit/load-state';
import { PageHead } from '../../kit/page-head';
import { ProjectAvatar } from '../../kit/person';
import { type ProjectWithBoard, readProjects } from '../../lib/read-projects';
import { Link } from '../../lib/router';
import { useLoad } from '../../lib/use-load';
import { ProjectLead } from './project-lead';

const TYPES: Record<string, string> = {
  software: 'Software',
  business: 'Business',
  service_desk: 'Service management',
};

function Row({ project }: { project: ProjectWithBoard }) {
  const { key, name, board, projectTypeKey = 'software' } = project;
  return (
    <tr>
      <td className="cell-wide">
        <span className="person">
          <ProjectAvatar projectKey={key} />
          <Link href={`/project/${key}`}>{name}</Link>
        </span>
      </td>
      <td>{key}</td>
      <td>{TYPES[projectTypeKey] ?? projectTypeKey}</td>
      <td>
        <ProjectLead projectKey={key} />
      </td>
      <td>{board && <Link href={`/board/${board.id}`}>{board.name}</Link>}</td>
    </tr>
  );
}

export function ProjectsPage() {
  const projects = useLoad('projects', readProjects);
  return (
    <>
      <PageHead title="Projects" />
      <LoadState of={projects} what="the projects">
        {(all) =>
          all.length > 0 ? (
            <table className="table" aria-label="Projects">
              <thead>
                <tr>
                  {['Name', 'Key', 'Type', 'Lead', 'Board'].map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {all.map((project) => (
                  <Row key={project.key} project={project} />
                ))}
              </tbody>
            </table>
          ) : (
            <EmptyState
              header="No projects"
              description="This person may not browse any project of this site."
            />
          )
        }
      </LoadState>
    </>
  );
}
