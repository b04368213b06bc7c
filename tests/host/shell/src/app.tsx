import SectionMessage from '@atlaskit/section-message';
import { useEffect } from 'react';
import { eventBus } from './bridge/event-bus';
import { HostModals } from './bridge/host-modals';
import { Flags } from './frame/flags';
import { SideNav } from './frame/side-nav';
import { TopBar } from './frame/top-bar';
import { HostBar } from './host-bar/host-bar';
import { noteChange } from './lib/fresh-issues';
import { useUrl } from './lib/router';
import { SessionProvider } from './lib/session';
import { listen } from './lib/stream';
import { pageAt } from './routes';

/** Jira's page tells the frames on it when the issue that they stand on has changed. */
function useIssueNewsForFrames(): void {
  useEffect(
    () =>
      listen((news) => {
        if (news.type !== 'issue' || !news.issueKey) return;
        noteChange(news.issueKey);
        eventBus.emitIssueChanged(news.issueKey);
      }),
    [],
  );
}

function Site() {
  const url = useUrl();
  useIssueNewsForFrames();
  return (
    <div className="site">
      <TopBar />
      <SideNav path={url.pathname} />
      <main className="page" id="page">
        {pageAt(url)}
      </main>
      <HostBar />
      <Flags />
      <HostModals />
    </div>
  );
}

export function App() {
  return (
    <SessionProvider
      whileLoading={(error) =>
        error ? (
          <SectionMessage appearance="error" title="The local host doesn't answer">
            <p>{error}</p>
          </SectionMessage>
        ) : null
      }
    >
      <Site />
    </SessionProvider>
  );
}
