import { AppFrame } from '../../bridge/app-frame';
import { IssueTable } from '../../kit/issue-table';
import { LoadState } from '../../kit/load-state';
import { usePageTitle } from '../../kit/page-head';
import type { AppModule } from '../../lib/host-types';
import { http } from '../../lib/http';
import type { Project } from '../../lib/jira-types';
import { searchIssues } from '../../lib/search-issues';
import { useLoad } from '../../lib/use-load';
import { NotFoundPage } from '../not-found-page';
import { ProjectHead } from './project-head';

const LIST = 100;

function ProjectIssues({ projectKey }: { projectKey: string }) {
  const issues = useLoad(
    `list ${projectKey}`,
    () => searchIssues(`project = "${projectKey}" ORDER BY created DESC`, LIST),
    (news) => news.type === 'issue',
  );
  return (
    <LoadState of={issues} what="the issues">
      {(found) => <IssueTable issues={found} label={`Issues of ${projectKey}`} />}
    </LoadState>
  );
}

function ProjectAppPage({ projectKey, moduleKey }: { projectKey: string; moduleKey: string }) {
  const modules = useLoad(`project-modules ${projectKey}`, () =>
    http.get<AppModule[]>(`/host/modules?at=project&projectKey=${projectKey}`),
  );
  const title = modules.data?.find((one) => one.key === moduleKey)?.title;
  if (modules.data && title === undefined) return <NotFoundPage />;
  return (
    <AppFrame
      moduleKey={moduleKey}
      projectKey={projectKey}
      title={title ?? moduleKey}
      height="page"
      basePath={`/project/${projectKey}/${moduleKey}`}
    />
  );
}

export function ProjectPage({ projectKey, moduleKey }: { projectKey: string; moduleKey?: string }) {
  usePageTitle(projectKey);
  const path = `/rest/api/3/project/${encodeURIComponent(projectKey)}`;
  const project = useLoad(`project ${projectKey}`, () => http.get<Project>(path));
  if (project.error) return <NotFoundPage />;
  return (
    <LoadState of={project} what={projectKey}>
      {() => (
        <>
          <ProjectHead projectKey={projectKey} />
          {moduleKey ? (
            <ProjectAppPage projectKey={projectKey} moduleKey={moduleKey} />
          ) : (
            <ProjectIssues projectKey={projectKey} />
          )}
        </>
      )}
    </LoadState>
  );
}
