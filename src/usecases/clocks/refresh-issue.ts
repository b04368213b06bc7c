import type { IssueLink } from '../../core/issue';
import type { ClientProject } from '../../core/project/client-project';
import type { IncidentHistory } from '../../core/sla/judge/history';
import { fieldsSelecting, namedChange } from '../../core/sla/judge/selection-change';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import { type Instant, instant } from '../../core/time';
import type { Env } from '../env';
import type { StoredIssue } from '../ports/incident-port';
import { JiraBusyError } from '../ports/jira-busy-error';
import type { HistoryRead } from '../ports/jira-port';
import { plansLeft } from './contract-moves';
import { fieldsOf } from './fields-of-plans';
import { forgetIssue } from './forget-issue';
import { frozenLedgers } from './frozen-ledgers';
import { judgePlans } from './judge-plans';
import { type IncidentPlan, plansOf } from './list-incident-plans';
import { placeCommentsOf } from './place-comments';
import { readBlockedFor } from './read-blocked';
import { actsOf } from './record-sla-act';
import { storeVerdicts } from './store-verdicts';

/** What Jira's search has not seen yet it has, as a rule, seen by then (p90 is 25 s). */
const INDEX_LAG_MS = 45_000;
/** Longer than the lag, so that the second look never asks for a third. */
const SECOND_LOOK_SECONDS = 50;

/**
 * Re-reads one issue and brings its clocks up to date: rows and issue property. Called late, twice
 * or in any order it ends in the same rows. Reads of Jira: the issue with its changes, match, and its
 * blockers where a contract measures departments; at most one write. SQL: one statement, another to
 * store what has changed, and one each where a cycle is frozen, a clock is to be warned of from now
 * on, something was decided by hand.
 */
export async function refreshIssue(env: Env, issueId: string): Promise<void> {
  await refreshStored(env, issueId, await env.incidents.readIssue(issueId));
}

/** The same where what is stored of the issue has just been read. Answers its links, null if unread. */
export async function refreshStored(
  env: Env,
  issueId: string,
  stored: StoredIssue,
): Promise<readonly IssueLink[] | null> {
  try {
    return await refresh(env, issueId, stored);
  } catch (error) {
    if (!(error instanceof JiraBusyError)) throw error;
    await env.queue.pushRefresh([issueId], error.retryAfterSeconds);
    return null;
  }
}

async function refresh(
  env: Env,
  issueId: string,
  stored: StoredIssue,
): Promise<readonly IssueLink[] | null> {
  const plans = await plansOf(env, stored.projects);
  if (plans.length === 0) return null;
  const readAt = env.now();
  // As the app: an event has no person, and the verdict must not depend on who caused it.
  const read = await env.asApp.findHistory(issueId, fieldsToRead(plans));
  if (read === null) {
    await forgetIssue(env, issueId, stored.cycles, readAt);
    return null;
  }
  const { links = null } = read;
  if (read.history === null) {
    env.log.warn('history cannot be read', { issueId: read.issueId });
    return links;
  }
  const history = await placeCommentsOf(env, read.history, readAt);
  const selected = await env.asApp.matchJql(
    history.issueId,
    plans.map(({ jql }) => jql),
  );
  const mine = plans.filter((_, index) => selected[index] === true);
  const isLagging = mine.length === 0 && isFresh(history, readAt);
  if (isLagging || mayPass(plans, history, readAt)) {
    await env.queue.pushRefresh([issueId], SECOND_LOOK_SECONDS);
  }
  if (!isLagging) await judge(env, { read, history, plans, mine, readAt }, stored);
  return links;
}

/** An issue as it was just read, and which of the plans in question select it. */
type ReadIncident = {
  readonly read: HistoryRead;
  readonly history: IncidentHistory;
  readonly plans: readonly IncidentPlan[];
  readonly mine: readonly IncidentPlan[];
  readonly readAt: Instant;
};

async function judge(
  env: Env,
  { read, history, plans, mine, readAt }: ReadIncident,
  { cycles: stored, hasActs, place }: StoredIssue,
): Promise<void> {
  const acts = hasActs ? await env.acts.listActs([history.issueId]) : [];
  const others = plans.filter((plan) => !mine.includes(plan));
  const doubtful = await rowsInDoubt(env, others, stored);
  const sure = others.filter(({ project }) => !doubtful.some((row) => isOf(project, row)));
  const lefts = plansLeft(history, mine, sure, stored, readAt);
  const concerned = [...lefts.map(({ plan }) => plan), ...mine];
  const blockedOf = await readBlockedFor(env, concerned, [read]);
  const inputsOf = ({ project, versions }: IncidentPlan) => ({
    acts: actsOf(acts, history.issueId, project.id),
    blocked: blockedOf(history.issueId, versions, readAt),
  });
  const { judged, rows } = judgePlans(history, { mine, lefts }, stored, inputsOf, readAt);
  await storeVerdicts(env, history.issueId, stored, {
    plans,
    rows: [...rows, ...doubtful.map((row) => ({ ...row, computedAt: readAt }))],
    ledgersOf: (kept) => judged.flatMap((each) => frozenLedgers(kept, each)),
    readAt,
    place,
  });
}

/** What contracts ask, and where an issue may pass between them, what tells when it did. */
function fieldsToRead(plans: readonly IncidentPlan[]): readonly string[] {
  const asked = fieldsOf(plans);
  if (!hasContracts(plans)) return asked;
  return [...new Set([...asked, ...fieldsSelecting(plans.map(({ jql }) => jql))])];
}

/** Could the search index still name the contract that it was of before its latest change? */
function mayPass(
  plans: readonly IncidentPlan[],
  { events }: IncidentHistory,
  now: Instant,
): boolean {
  const jqls = plans.map(({ jql }) => jql);
  return (
    hasContracts(plans) && namedChange(events, jqls, instant(now - INDEX_LAG_MS), now) !== null
  );
}

/** Can an issue pass from one contract to another? */
function hasContracts(plans: readonly IncidentPlan[]): boolean {
  return new Set(plans.map(({ policy }) => policy.policy.key)).size > 1;
}

function isOf({ id }: ClientProject, { clientProjectId }: CycleRow): boolean {
  return clientProjectId === id;
}

/** Could the search index be behind this issue's latest change? Comments and links select nothing. */
function isFresh(history: IncidentHistory, now: Instant): boolean {
  const changes = history.events.filter(({ kind }) => kind !== 'comment' && kind !== 'link');
  const latest = Math.max(history.created, ...changes.map(({ at }) => at));
  return now - latest < INDEX_LAG_MS;
}

/**
 * Rows of client projects whose JQL Jira cannot read now (a field was renamed, a value deleted):
 * that it selects nothing says nothing of the issue. One read of Jira a client project, and only
 * where rows are about to be removed.
 */
async function rowsInDoubt(
  env: Env,
  plans: readonly IncidentPlan[],
  stored: readonly CycleRow[],
): Promise<readonly CycleRow[]> {
  const kept: CycleRow[] = [];
  for (const { project, jql } of plans) {
    const rows = stored.filter((row) => row.clientProjectId === project.id);
    if (rows.length === 0 || (await env.asApp.checkJql(jql)).length === 0) continue;
    env.log.warn('incident JQL cannot be read', { clientProjectId: project.id });
    kept.push(...rows);
  }
  return kept;
}
