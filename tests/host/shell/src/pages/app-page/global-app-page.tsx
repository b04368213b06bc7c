import { AppFrame } from '../../bridge/app-frame';
import { usePageTitle } from '../../kit/page-head';
import { useSession } from '../../lib/session';
import { NotFoundPage } from '../not-found-page';

/** A page of the app over the whole content area; the app draws its own heading. */
export function GlobalAppPage({ moduleKey }: { moduleKey: string }) {
  const { session } = useSession();
  const title = session.apps.find((app) => app.moduleKey === moduleKey)?.title;
  usePageTitle(title ?? moduleKey);
  if (title === undefined) return <NotFoundPage />;
  return (
    <AppFrame moduleKey={moduleKey} title={title} height="page" basePath={`/apps/${moduleKey}`} />
  );
}
