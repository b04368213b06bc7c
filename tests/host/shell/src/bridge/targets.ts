import type { Session } from '../lib/host-types';

export type Destination = {
  url?: string;
  target?: string;
  issueKey?: string;
  moduleKey?: string;
  /** Inside of the module's page. */
  path?: string;
  projectKey?: string;
  dashboardId?: string | number;
  accountId?: string;
  type?: 'same-tab' | 'new-tab';
};

/** The module's page, and the path inside of it: "projects/7" and "/projects/7" are the same. */
function modulePath(to: Destination, session: Session): string {
  const inside = to.path === undefined || to.path === '/' ? '' : to.path;
  return `${modulePage(to, session)}${inside.replace(/^(?=[^/?#])/, '/')}`;
}

function modulePage(to: Destination, session: Session): string {
  const isIn = (pages: Session['apps']) => pages.some((page) => page.moduleKey === to.moduleKey);
  if (to.projectKey) return `/project/${to.projectKey}/${to.moduleKey}`;
  if (isIn(session.adminPages)) return `/admin/${to.moduleKey}`;
  return `/apps/${to.moduleKey}`;
}

/** The shell's path for a place of Jira, e.g. target "issue" with NET-12 is "/browse/NET-12". */
export function pathOf(to: Destination, session: Session): string {
  if (to.url !== undefined) return to.url;
  switch (to.target) {
    case 'issue':
      return `/browse/${to.issueKey}`;
    case 'module':
      return modulePath(to, session);
    case 'dashboard':
      return `/dashboard/${to.dashboardId}`;
    case 'projectSettingsDetails':
      return `/project/${to.projectKey}`;
    case 'userProfile':
      return `/people/${to.accountId}`;
    default:
      throw new Error(`The host does not know the navigation target "${to.target}".`);
  }
}
