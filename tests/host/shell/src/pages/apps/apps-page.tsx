import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import { LoadState } from '../../kit/load-state';
import { PageHead } from '../../kit/page-head';
import { showProblem } from '../../lib/flags';
import { http } from '../../lib/http';
import { useLoad } from '../../lib/use-load';

type Ended = { moduleKey: string; ok: boolean; error?: string };
type App = { installed: boolean; preUninstall?: Ended[] };

function Told({ moduleKey, ok, error }: Ended) {
  return (
    <li>
      {moduleKey}: {ok ? 'done' : `failed, and was passed over: ${error}`}
    </li>
  );
}

/** Takes the app away and puts it back, as an administrator does in "Manage apps". */
export function AppsPage() {
  const loaded = useLoad('app', () => http.get<App>('/host/app'));
  const [isBusy, setIsBusy] = useState(false);
  const turn = async (installed: boolean) => {
    setIsBusy(true);
    try {
      loaded.change(await http.post<App>('/host/app', { installed }));
    } catch (problem) {
      showProblem("The app wasn't changed", problem);
    }
    setIsBusy(false);
  };
  return (
    <>
      <PageHead title="Manage apps" crumbs={[{ href: '/admin', text: 'Jira settings' }]} />
      <LoadState of={loaded} what="the app">
        {({ installed, preUninstall = [] }) => (
          <>
            <p className="rule-item">
              <strong>TAM for Jira</strong>
              <Lozenge appearance={installed ? 'success' : 'removed'}>
                {installed ? 'installed' : 'not installed'}
              </Lozenge>
              <Button isLoading={isBusy} onClick={() => void turn(!installed)}>
                {installed ? 'Uninstall' : 'Install'}
              </Button>
            </p>
            {!installed && (
              <p className="subtle">
                Rules of the app that still stand in workflows refuse every transition now. Its data
                stay, and come back with it.
              </p>
            )}
            {preUninstall.length > 0 && (
              <>
                <h2>What it did before it went</h2>
                <ul className="plain-list">
                  {preUninstall.map((one) => (
                    <Told key={one.moduleKey} {...one} />
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </LoadState>
    </>
  );
}
