import { join } from 'node:path';
import type { Host, HostOptions } from '../../host/host';
import type { Jira } from '../../host/jira/jira';
import { repoRoot } from '../../host/repo-root';
import { startHost } from '../../host/start-host';

/** The person who acts in these tests. */
export const ANN = 'acc-ann';

/** The fixture app on a site with one person. */
export function startFixture(options: HostOptions = {}): Promise<Host> {
  const appDir = join(repoRoot(), 'tests/host-tests/forge/fixture-app');
  return startHost({ appDir, company: addAnn, ...options });
}

export function addAnn(jira: Jira): void {
  jira.state.users.set(ANN, {
    accountId: ANN,
    displayName: 'Ann',
    active: true,
    accountType: 'atlassian',
    timeZone: 'Europe/Berlin',
    locale: 'en_US',
  });
}

/** Calls a function of the bench's resolver as Ann. */
export function bench<T = never>(
  host: Host,
  functionKey: string,
  payload: unknown = {},
): Promise<T> {
  return host.invoke('bench', functionKey, payload, { as: ANN }) as Promise<T>;
}
