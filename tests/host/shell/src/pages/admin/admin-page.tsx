import SectionMessage from '@atlaskit/section-message';
import { AppFrame } from '../../bridge/app-frame';
import { PageHead } from '../../kit/page-head';
import { Link } from '../../lib/router';
import { useSession } from '../../lib/session';
import { NotFoundPage } from '../not-found-page';

const HOME = [{ href: '/admin', text: 'Jira settings' }];

function AdminHome() {
  const { session } = useSession();
  return (
    <>
      <PageHead title="Jira settings" />
      <h2>Issues</h2>
      <ul className="plain-list">
        <li>
          <Link href="/admin/workflows">Workflows</Link>
        </li>
      </ul>
      <h2>Apps</h2>
      <ul className="plain-list">
        <li>
          <Link href="/admin/apps">Manage apps</Link>
        </li>
        {session.adminPages.map((page) => (
          <li key={page.moduleKey}>
            <Link href={`/admin/${page.moduleKey}`}>{page.title}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

export function AdminPage({ moduleKey }: { moduleKey?: string }) {
  const { session } = useSession();
  if (!session.jiraAdmin) {
    return (
      <SectionMessage appearance="warning" title="Only Jira administrators come in here">
        <p>Choose an administrator in "Act as" below.</p>
      </SectionMessage>
    );
  }
  if (!moduleKey) return <AdminHome />;
  const title = session.adminPages.find((page) => page.moduleKey === moduleKey)?.title;
  if (title === undefined) return <NotFoundPage />;
  return (
    <>
      <PageHead title={title} crumbs={HOME} />
      <AppFrame
        moduleKey={moduleKey}
        title={title}
        height="page"
        basePath={`/admin/${moduleKey}`}
      />
    </>
  );
}
