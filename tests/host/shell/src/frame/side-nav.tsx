import Apps from '@atlaskit/icon/core/apps';
import Board from '@atlaskit/icon/core/board';
import Dashboard from '@atlaskit/icon/core/dashboard';
import Filter from '@atlaskit/icon/core/filter';
import PersonAvatar from '@atlaskit/icon/core/person-avatar';
import Project from '@atlaskit/icon/core/project';
import Settings from '@atlaskit/icon/core/settings';
import ShowMore from '@atlaskit/icon/core/show-more-horizontal';
import type { ReactNode } from 'react';
import { ProjectAvatar } from '../kit/person';
import type { Board as BoardType, Project as ProjectType } from '../lib/jira-types';
import { readDashboards } from '../lib/read-dashboards';
import { readPages } from '../lib/read-pages';
import { useSession } from '../lib/session';
import { useLoad } from '../lib/use-load';
import { NavItem, NavSection } from './nav-item';

const MANY = 20;

function useSites() {
  const projects = useLoad('nav-projects', () =>
    readPages<ProjectType>('/rest/api/3/project/search?orderBy=name'),
  );
  const boards = useLoad('nav-boards', () => readPages<BoardType>('/rest/agile/1.0/board'));
  const dashboards = useLoad('nav-dashboards', readDashboards);
  return {
    projects: projects.data ?? [],
    boardOf: (key: string) => boards.data?.find((board) => board.location?.projectKey === key),
    dashboards: dashboards.data ?? [],
  };
}

export function SideNav({ path }: { path: string }) {
  const { session } = useSession();
  const { projects, boardOf, dashboards } = useSites();
  const item = (href: string, text: string, icon: ReactNode, isChild?: 'child') => (
    <NavItem key={href} href={href} text={text} icon={icon} path={path} depth={isChild ? 1 : 0} />
  );
  return (
    <nav className="side-nav" aria-label="Main">
      <ul>
        {item('/', 'For you', <PersonAvatar label="" />)}
        <NavSection href="/dashboards" text="Dashboards" icon={<Dashboard label="" />} path={path}>
          {dashboards.map(({ id, name }) =>
            item(`/dashboard/${id}`, name, <Board label="" />, 'child'),
          )}
        </NavSection>
        <NavSection text="Apps" icon={<Apps label="" />} path={path}>
          {session.apps.map(({ moduleKey, title }) =>
            item(`/apps/${moduleKey}`, title, <Apps label="" />, 'child'),
          )}
        </NavSection>
        {item('/issues', 'Filters', <Filter label="" />)}
        {session.jiraAdmin && (
          <NavSection href="/admin" text="Jira settings" icon={<Settings label="" />} path={path}>
            {session.adminPages.map(({ moduleKey, title }) =>
              item(`/admin/${moduleKey}`, title, <Settings label="" />, 'child'),
            )}
          </NavSection>
        )}
        <NavSection href="/projects" text="Projects" icon={<Project label="" />} path={path}>
          {projects.slice(0, MANY).map(({ key, name }) => {
            const board = boardOf(key);
            const href = board ? `/board/${board.id}` : `/project/${key}`;
            return item(href, name, <ProjectAvatar projectKey={key} />, 'child');
          })}
          {projects.length > MANY && (
            <NavItem
              href="/projects"
              text={`All ${projects.length} projects`}
              icon={<ShowMore label="" />}
              path=""
              depth={1}
            />
          )}
        </NavSection>
      </ul>
    </nav>
  );
}
