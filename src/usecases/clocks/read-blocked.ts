import type { IssueLink, LinkedIssue } from '../../core/issue';
import { isBlockLink } from '../../core/order/graph/block-links';
import { type HandOver, returnedSpans } from '../../core/order/hand-over/hand-over';
import type { Department } from '../../core/project/client-project';
import {
  type BlockerLife,
  blockedSpans,
  blockerKeys,
  FOREVER,
  type Reopening,
  reopenings,
} from '../../core/sla/judge/blocked-spans';
import { departmentSpans } from '../../core/sla/judge/department-spans';
import type { IncidentHistory } from '../../core/sla/judge/history';
import type { Versions } from '../../core/sla/judge/judge-incident';
import type { Blocked } from '../../core/sla/judge/judge-inputs';
import type { Instant } from '../../core/time';
import type { Env } from '../env';
import type { BlockerRead } from '../ports/jira-port';

/** An incident with the links that it has now, as the app reads them. */
export type LinkedIncident = {
  readonly history: IncidentHistory;
  readonly links: readonly IssueLink[];
};

/** When another department's work stood in the way of an incident, as a contract sees departments. */
export type BlockedOf = (issueId: string, versions: Versions, now: Instant) => readonly Blocked[];

/** The words of the link type that Jira ships as "Blocks" (Jira docs, "Issue linking model"). */
const WORDS = 'is blocked by';

/** What stood in the way of some incidents, and when it was opened again. */
type StoodInWay = {
  readonly blockedOf: BlockedOf;
  readonly reopenedOf: (issueId: string) => readonly Reopening[];
};

const NOBODY: StoodInWay = { blockedOf: () => [], reopenedOf: () => [] };

/** Has the contract a clock that stands still while other departments are waited for? */
export function measuresDepartments(versions: Versions): boolean {
  return versions.some(({ ownership }) => ownership !== null);
}

/**
 * The same for judging under these contracts: those that do not measure departments ask nothing and
 * are told nothing. `reads` are the app's.
 */
export async function readBlockedFor(
  env: Env,
  plans: readonly { readonly versions: Versions }[],
  reads: readonly {
    readonly history: IncidentHistory | null;
    readonly links?: LinkedIncident['links'];
  }[],
): Promise<BlockedOf> {
  if (!plans.some(({ versions }) => measuresDepartments(versions))) return NOBODY.blockedOf;
  const incidents = reads.flatMap(({ history, links = [] }) =>
    history === null ? [] : [{ history, links }],
  );
  const { blockedOf } = await readBlocked(env, incidents);
  return (issueId, versions, now) =>
    measuresDepartments(versions) ? blockedOf(issueId, versions, now) : [];
}

/**
 * The same of an incident that somebody looks at. Its links are read as the app, because Jira leaves
 * out those to issues that he may not browse. One read more.
 */
export async function readBlockedOf(env: Env, history: IncidentHistory): Promise<BlockedOf> {
  return (await readStoodInWay(env, history)).blockedOf;
}

/** The same with the times at which a blocker was opened again; those name keys. */
export async function readStoodInWay(env: Env, history: IncidentHistory): Promise<StoodInWay> {
  const links = (await env.asApp.findIssue(history.issueId))?.links ?? [];
  return readBlocked(env, [{ history, links }]);
}

/**
 * When other departments' work stood in the way of these incidents. Read as the app: what a
 * department's clock shows must not depend on who looks, and nothing but departments' names leaves
 * here. No read of Jira where no record and no link tells of a blocker; else one for up to 1,000
 * blockers linked now, and one per hundred that only records name; one statement of SQL for what was
 * handed over and returned.
 */
async function readBlocked(env: Env, incidents: readonly LinkedIncident[]): Promise<StoodInWay> {
  const mayWait = incidents.filter(hasLinks);
  const type = mayWait.length === 0 ? null : await env.settings.findBlockLinkTypeId();
  const words = type === null ? WORDS : await env.asApp.findWaitingWords(type);
  if (mayWait.length === 0 || words === null) return NOBODY;
  const waiting = mayWait.map(({ history, links }) => {
    const linked = links.filter((link) => link.end === 'inward' && isBlockLink(link, type));
    return { history, linked: linked.map(({ other }) => other), words };
  });
  const lives = await readLives(env, waiting);
  const ids = lives.length === 0 ? [] : waiting.map(({ history }) => history.issueId);
  const handOvers = await env.order.listHandOversOf(ids);
  const byIssue = new Map(waiting.map((each) => [each.history.issueId, each]));
  const byKey = new Map(lives.flatMap((life) => life.keys.map((key) => [key, life] as const)));
  const livesOf = (each: Waiting): readonly BlockerLife[] => {
    const keys = blockerKeys(each.history, linksOf(each));
    return [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
  };
  return {
    blockedOf: (issueId, versions, now) => {
      const each = byIssue.get(issueId);
      if (each === undefined) return [];
      const owners = departmentSpans(each.history, versions, now);
      const all = livesOf(each).map((life) => withReturned(life, issueId, handOvers));
      return blockedSpans(each.history, linksOf(each), all, owners);
    },
    reopenedOf: (issueId) => {
      const each = byIssue.get(issueId);
      return each === undefined ? [] : reopenings(each.history, linksOf(each), livesOf(each));
    },
  };
}

/** What the incident's department returned, the blocker's has to do again. */
function withReturned(
  life: BlockerLife,
  issueId: string,
  handOvers: readonly HandOver[],
): BlockerLife {
  const returned = handOvers
    .filter(({ successorId, blockerKey }) => {
      return successorId === issueId && life.keys.includes(blockerKey);
    })
    .flatMap((handOver) => returnedSpans(handOver, FOREVER));
  return returned.length === 0 ? life : { ...life, returned };
}

type Waiting = {
  readonly history: IncidentHistory;
  readonly linked: readonly LinkedIssue[];
  readonly words: string;
};

function hasLinks({ history, links }: LinkedIncident): boolean {
  return links.length > 0 || history.events.some(({ kind }) => kind === 'link');
}

function linksOf({ linked, words }: Waiting) {
  return { words, keysNow: linked.map(({ key }) => key) };
}

async function readLives(env: Env, waiting: readonly Waiting[]): Promise<readonly BlockerLife[]> {
  const linked = waiting.flatMap((each) => each.linked);
  const linkedKeys = new Set(linked.map(({ key }) => key));
  const recorded = waiting.flatMap((each) => blockerKeys(each.history, linksOf(each)));
  const keys = [...new Set(recorded)].filter((key) => !linkedKeys.has(key));
  if (linked.length + keys.length === 0) return [];
  const [reads, departments] = await Promise.all([
    env.asApp.listBlockers({ linked, keys }),
    env.settings.listDepartments(),
  ]);
  return reads.map((read) => ({ ...read, ...nameOf(read, departments) }));
}

/**
 * By the project of its present key, as histories name departments: what is frozen must not change
 * with a department's name. Where a field tells whose an incident is, it holds the name.
 */
function nameOf({ keys }: BlockerRead, departments: readonly Department[]) {
  const by = (keys[0] ?? '').replace(/-\d+$/, '');
  const name = departments.find(({ projectKey }) => projectKey === by)?.name;
  return { by, alias: name ?? by };
}
