import { ProjectAvatar } from '../../kit/person';
import type { ProjectWithBoard } from '../../lib/read-projects';
import { Link } from '../../lib/router';

export function ProjectCard({ project }: { project: ProjectWithBoard }) {
  const { key, name, board } = project;
  return (
    <li className="project-card">
      <div className="project-card-head">
        <ProjectAvatar projectKey={key} size="medium" />
        <div>
          <Link href={`/project/${key}`} className="project-card-name">
            {name}
          </Link>
          <span className="subtle">{key}</span>
        </div>
      </div>
      {board && (
        <p>
          <Link href={`/board/${board.id}`}>{board.name}</Link>
        </p>
      )}
    </li>
  );
}
