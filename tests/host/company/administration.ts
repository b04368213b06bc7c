import { JIRA_ADMINISTRATORS } from '../jira/state/defaults';
import type { JiraState } from '../jira/state/state';
import { people } from './people';

/**
 * Who administers Jira, and who holds the app's own permission to administer client projects;
 * `administerTam` is the ARI under which Jira knows that permission.
 */
export function addAdministration(state: JiraState, administerTam: string): void {
  const { admin, tam } = people;
  for (const user of [admin, tam]) state.users.set(user.accountId, user);
  state.groups.set(JIRA_ADMINISTRATORS, new Set([admin.accountId]));
  state.globalGrants.set('ADMINISTER', [{ kind: 'group', name: JIRA_ADMINISTRATORS }]);
  state.globalGrants.set(administerTam, [
    { kind: 'user', accountId: tam.accountId },
    { kind: 'user', accountId: admin.accountId },
  ]);
}
