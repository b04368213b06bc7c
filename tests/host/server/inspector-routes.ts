import { type HostCall, type HostRoute, param } from './host-call';
import { readSwitches, type Switches } from './read-switches';

/** What the app did, and the switches that make Jira and Forge behave badly. */
export const inspectorRoutes: HostRoute[] = [
  {
    method: 'GET',
    pattern: /^\/host\/invocations$/,
    answer: ({ forge, query }) => {
      const items = forge.invocations(Number(query.get('since') ?? 0));
      return {
        next: Math.max(Number(query.get('since') ?? 0), ...items.map(({ id }) => id)),
        items,
      };
    },
  },
  {
    method: 'GET',
    pattern: /^\/host\/mails$/,
    answer: ({ jira }) => ({ items: jira.state.mails }),
  },
  { method: 'GET', pattern: /^\/host\/switches$/, answer: switchesOf },
  { method: 'POST', pattern: /^\/host\/switches$/, answer: turnSwitches },
  {
    method: 'POST',
    pattern: /^\/host\/schedules\/([^/]+)\/run$/,
    answer: (call) => call.forge.runSchedule(param(call, 0)),
  },
];

function switchesOf({ forge, jira }: HostCall): Switches {
  const { indexLagMs, rateLimitNext } = jira.settings;
  return { ...forge.switches, indexLagMs, rateLimitNext };
}

function turnSwitches(call: HostCall): Switches {
  const { indexLagMs, rateLimitNext, ...events } = readSwitches(call.body);
  Object.assign(call.forge.switches, events);
  if (indexLagMs !== undefined) call.jira.settings.indexLagMs = indexLagMs;
  if (rateLimitNext !== undefined) call.jira.settings.rateLimitNext = rateLimitNext;
  return switchesOf(call);
}
