import { Crumbs } from '../../kit/page-head';
import { ProjectAvatar } from '../../kit/person';
import type { AppModule } from '../../lib/host-types';
import { http } from '../../lib/http';
import type { Board, Project } from '../../lib/jira-types';
import { Link, useUrl } from '../../lib/router';
import { useLoad } from '../../lib/use-load';

type Head = { project: Project; boards: Board[]; modules: AppModule[] };

async function readHead(projectKey: string): Promise<Head> {
  const at = encodeURIComponent(projectKey);
  const [project, boards, modules] = await Promise.all([
    http.get<Project>(`/rest/api/3/project/${at}`),
    http.get<{ values: Board[] }>(`/rest/agile/1.0/board?projectKeyOrId=${at}`),
    http.get<AppModule[]>(`/host/modules?at=project&projectKey=${at}`),
  ]);
  return { project, boards: boards.values, modules };
}

/** Name of the project with its tabs: boards, the list of issues, pages of the app. */
export function ProjectHead({ projectKey }: { projectKey: string }) {
  const path = useUrl().pathname;
  const { data } = useLoad(`project-head ${projectKey}`, () => readHead(projectKey));
  const tabs = [
    ...(data?.boards ?? []).map((board) => ({ href: `/board/${board.id}`, text: 'Board' })),
    { href: `/project/${projectKey}`, text: 'List' },
    ...(data?.modules ?? []).map((one) => ({
      href: `/project/${projectKey}/${one.key}`,
      text: one.title,
    })),
  ];
  return (
    <header className="project-head">
      <Crumbs crumbs={[{ href: '/projects', text: 'Projects' }]} />
      <div className="page-head-row">
        <ProjectAvatar projectKey={projectKey} size="medium" />
        <h1>{data?.project.name ?? projectKey}</h1>
      </div>
      <nav aria-label="Project" className="project-tabs">
        {tabs.map((tab) => (
          <Link key={tab.href} href={tab.href} current={tab.href === path ? 'page' : undefined}>
            {tab.text}
          </Link>
        ))}
      </nav>
    </header>
  );
}
