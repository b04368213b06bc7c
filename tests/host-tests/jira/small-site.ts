import { createHostClock } from '../../host/clock';
import { buildDemoCompany } from '../../host/company/demo-company';
import { people } from '../../host/company/people';
import {
  type Actor,
  createJira,
  type Jira,
  type JiraResponse,
  type JiraSettings,
  type ProductEvent,
} from '../../host/jira/jira';

const extension = (key: string): string =>
  `ari:cloud:ecosystem::extension/app/environment/static/${key}`;
export const administerTam = extension('administer-tam');
export const blockingOrder = extension('blocking-order');

type Ask = (method: string, path: string, body?: unknown) => Promise<JiraResponse>;

export interface SmallSite {
  jira: Jira;
  events: ProductEvent[];
  as(accountId: string): Ask;
  asApp: Ask;
  /** The technical account manager, who works in every project. */
  tam: Ask;
}

/** The demo company with every transition rule agreeing, and a search without lag unless asked for. */
export function createSmallSite(settings: Partial<JiraSettings> = {}): SmallSite {
  const jira = createJira({ clock: createHostClock(), settings: { indexLagMs: 0, ...settings } });
  buildDemoCompany(jira, administerTam);
  jira.state.forgeRules.set(blockingOrder, {
    id: blockingOrder,
    name: 'Blocking order',
    description: 'Refuses a start while a blocker is open.',
    projectTypes: ['company-managed', 'team-managed'],
  });
  jira.judgeTransitionsWith(async () => ({ result: true }));
  const events: ProductEvent[] = [];
  jira.onEvent((event) => events.push(event));
  const asking =
    (actor: Actor): Ask =>
    (method, path, body) =>
      jira.request({ method, path, actor, ...(body === undefined ? {} : { body }) });
  const as = (accountId: string) => asking({ kind: 'user', accountId });
  return { jira, events, as, asApp: asking({ kind: 'app' }), tam: as(people.tam.accountId) };
}
