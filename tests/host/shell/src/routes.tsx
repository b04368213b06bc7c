import type { ReactNode } from 'react';
import { AdminPage } from './pages/admin/admin-page';
import { GlobalAppPage } from './pages/app-page/global-app-page';
import { AppsPage } from './pages/apps/apps-page';
import { BoardPage } from './pages/board/board-page';
import { DashboardPage } from './pages/dashboard/dashboard-page';
import { DashboardsPage } from './pages/dashboards/dashboards-page';
import { HomePage } from './pages/home/home-page';
import { InspectorPage } from './pages/inspector/inspector-page';
import { IssuePage } from './pages/issue/issue-page';
import { NotFoundPage } from './pages/not-found-page';
import { ProjectPage } from './pages/project/project-page';
import { ProjectsPage } from './pages/projects/projects-page';
import { SearchPage } from './pages/search/search-page';
import { WorkflowPage } from './pages/workflows/workflow-page';
import { WorkflowsPage } from './pages/workflows/workflows-page';

type Route = [RegExp, (parts: string[], url: URL) => ReactNode];

const ROUTES: Route[] = [
  [/^\/$/, () => <HomePage />],
  [/^\/projects$/, () => <ProjectsPage />],
  [/^\/project\/([^/]+)$/, ([key = '']) => <ProjectPage key={key} projectKey={key} />],
  [
    /^\/project\/([^/]+)\/([^/]+)/,
    ([key = '', moduleKey = '']) => (
      <ProjectPage key={key} projectKey={key} moduleKey={moduleKey} />
    ),
  ],
  [/^\/board\/([^/]+)$/, ([id = '']) => <BoardPage key={id} boardId={id} />],
  [/^\/browse\/([^/]+)$/, ([key = '']) => <IssuePage key={key} issueKey={key} />],
  [/^\/issues$/, (_, url) => <SearchPage jql={url.searchParams.get('jql') ?? ''} />],
  [/^\/dashboards$/, () => <DashboardsPage />],
  [/^\/dashboard\/([^/]+)$/, ([id = '']) => <DashboardPage key={id} dashboardId={id} />],
  [/^\/apps\/([^/]+)/, ([key = '']) => <GlobalAppPage key={key} moduleKey={key} />],
  [/^\/admin$/, () => <AdminPage />],
  [/^\/admin\/workflows$/, () => <WorkflowsPage />],
  [/^\/admin\/workflows\/([^/]+)$/, ([id = '']) => <WorkflowPage key={id} workflowId={id} />],
  [/^\/admin\/apps$/, () => <AppsPage />],
  [/^\/admin\/([^/]+)/, ([key = '']) => <AdminPage key={key} moduleKey={key} />],
  [/^\/inspector$/, () => <InspectorPage />],
];

export function pageAt(url: URL): ReactNode {
  for (const [pattern, render] of ROUTES) {
    const match = pattern.exec(url.pathname);
    if (match) return render(match.slice(1).map(decodeURIComponent), url);
  }
  return <NotFoundPage />;
}
