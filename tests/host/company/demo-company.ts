import type { Jira } from '../jira/jira';
import { addAdministration } from './administration';
import { fillCatalogue } from './catalogue';
import { addDepartmentWork } from './department-work';
import { addIncidents } from './incidents';
import { people } from './people';
import { addPeople, addProjects, projectIdOf, TEAM_MANAGED } from './projects';
import { createRandom } from './random';
import { addWorkflows } from './workflows';

const seed = 20_261_123;

/**
 * A hosting company of 16 departments with the incidents of three clients, relative to the clock's
 * now and the same on every machine. `administerTam` is the ARI of the app's global permission.
 */
export function buildDemoCompany(jira: Jira, administerTam: string): void {
  const { state } = jira;
  const random = createRandom(seed);
  const now = jira.clock.now();
  fillCatalogue(state, projectIdOf(TEAM_MANAGED));
  addWorkflows(state, blockingOrderOf(administerTam), projectIdOf(TEAM_MANAGED));
  addPeople(state);
  addAdministration(state, administerTam);
  addProjects(state);
  addIncidents(state, random, now);
  addDepartmentWork(state, random, now);
  state.dashboards.set('10000', {
    id: '10000',
    name: 'Client SLA',
    description: 'How we keep our promises to clients',
    ownerId: people.manager.accountId,
    gadgets: [],
  });
  jira.reindex();
}

/** The ARI of the app's rule: it stands beside the app's permission. */
const blockingOrderOf = (administerTam: string): string =>
  administerTam.replace(/[^/]+$/, 'blocking-order');
