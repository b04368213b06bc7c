import type { SurfaceModule } from '../forge/manifest/app-manifest';
import type { ModuleListing, Place } from '../forge/manifest/list-modules';
import type { Jira } from '../jira/jira';
import { BadHostCall, type HostCall, type HostRoute } from './host-call';
import { setCookie } from './http-answers';
import { COOKIE } from './session';

type ClockMove = { moveByMs?: number; moveTo?: string; reset?: boolean };
type Preferences = { locale?: string; colorMode?: string };

/** Who looks, in which language, at which time. */
export const sessionRoutes: HostRoute[] = [
  { method: 'GET', pattern: /^\/host\/session$/, answer: session },
  {
    method: 'POST',
    pattern: /^\/host\/act-as$/,
    answer: ({ body, jira, response }) => {
      const { accountId } = body as { accountId: string };
      if (!jira.state.users.has(accountId)) throw new BadHostCall(`no such person: ${accountId}`);
      setCookie(response, COOKIE.actor, accountId);
    },
  },
  {
    method: 'POST',
    pattern: /^\/host\/preferences$/,
    answer: ({ body, response }) => {
      const { locale, colorMode } = body as Preferences;
      if (locale !== undefined) setCookie(response, COOKIE.locale, locale);
      if (colorMode !== undefined) setCookie(response, COOKIE.colorMode, colorMode);
    },
  },
  { method: 'POST', pattern: /^\/host\/clock$/, answer: moveClock },
];

async function session(call: HostCall): Promise<unknown> {
  const { jira, clock, viewer, response } = call;
  setCookie(response, COOKIE.actor, viewer.accountId);
  const people = [...jira.state.users.values()]
    .filter(({ accountType, active }) => accountType === 'atlassian' && active)
    .map(({ accountId, displayName, about = '' }) => ({ accountId, displayName, about }));
  return {
    me: people.find(({ accountId }) => accountId === viewer.accountId),
    people,
    now: new Date(clock.now()).toISOString(),
    offsetMs: clock.offset(),
    locale: viewer.locale,
    colorMode: viewer.colorMode,
    settings: jira.settings,
    apps: listed(call, 'global'),
    adminPages: listed(call, 'admin'),
    jiraAdmin: await isJiraAdmin(jira, viewer.accountId),
  };
}

function listed(
  { forge, viewer }: HostCall,
  place: Place,
): { moduleKey: SurfaceModule['key']; title: string }[] {
  const modules: ModuleListing[] = forge.listModules(place, viewer);
  return modules.map(({ key, title }) => ({ moduleKey: key, title }));
}

async function isJiraAdmin(jira: Jira, accountId: string): Promise<boolean> {
  const { body } = await jira.request({
    method: 'GET',
    path: '/rest/api/3/mypermissions?permissions=ADMINISTER',
    actor: { kind: 'user', accountId },
  });
  const answer = body as { permissions?: { ADMINISTER?: { havePermission: boolean } } } | undefined;
  return answer?.permissions?.ADMINISTER?.havePermission ?? false;
}

function moveClock({ body, clock }: HostCall): unknown {
  const { moveByMs, moveTo, reset } = body as ClockMove;
  if (moveByMs !== undefined) clock.moveBy(moveByMs);
  else if (moveTo !== undefined) clock.moveTo(parseTime(moveTo));
  else if (reset === true) clock.reset();
  else throw new BadHostCall('moveByMs, moveTo or reset is needed');
  return { now: new Date(clock.now()).toISOString(), offsetMs: clock.offset() };
}

function parseTime(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new BadHostCall(`not a time: ${text}`);
  return time;
}
