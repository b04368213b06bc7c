import type { Answer } from '../../contract/answer';
import type { SlaActRequest } from '../../contract/sla-acts';
import type { ClientProject } from '../../core/project/client-project';
import type { ManualAct } from '../../core/sla/judge/judge-inputs';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import { millis } from '../../core/time';
import { checkReason } from '../check-reason';
import { checkRight } from '../check-right';
import type { UserEnv } from '../env';
import type { SlaAct } from '../ports/act-port';
import type { Recount } from '../ports/recount-port';
import { done, refuse, textsFor } from '../problem';
import { findIncidentPlan } from './list-incident-plans';

/**
 * Records what the TAM or a deputy decided on a clock of an incident: more time, a new start, or
 * out of the count (SLA semantics C7.6). The reason is asked for, the verdict of before is kept
 * with the act, and the issue is judged anew. A stopped clock can only be taken out of the count;
 * when it is frozen, the decision stands beside the frozen verdict as a second one.
 */
export async function recordSlaAct(
  env: UserEnv,
  issueId: string,
  request: SlaActRequest,
): Promise<Answer<null>> {
  const texts = textsFor(env);
  const project = await env.projects.findProject(request.clientProjectId);
  if (project === null) return refuse('notFound', texts.projectNotFound);
  const problem = await checkRight(env, 'decideSla', project);
  if (problem !== null) return { ok: false, problem };
  if ((await env.asUser.findIssue(issueId)) === null) {
    return refuse('notFound', texts.issueNotFound(issueId));
  }
  const fault = checkReason(request.reason, texts);
  if (fault !== null) return { ok: false, problem: fault };
  const reason = request.reason.trim();
  const row = latest(await env.sla.listCycles([issueId]), request);
  if (row === null) return refuse('notFound', texts.noSuchClock);
  if (row.stoppedAt !== null && request.kind !== 'exclude') {
    return refuse('conflict', texts.clockHasStopped);
  }
  const act = actOf(env, request, reason);
  if (act.kind === 'extend' && (await isWithoutEffect(env, project, row, act))) {
    return refuse('invalid', texts.extensionTooShort);
  }
  await record(env, row, act);
  return done(null);
}

/** Is there more time left than that from now on? Nobody has less than before (see `changeByHand`). */
async function isWithoutEffect(
  env: UserEnv,
  project: ClientProject,
  { dueAt, state, targetMs, carriedMs, elapsedMs, policyVersion, calendarKey }: CycleRow,
  { at, from, ms }: Extract<ManualAct, { kind: 'extend' }>,
): Promise<boolean> {
  if (from === 'target' || targetMs === null) return false;
  if (state === 'paused') return ms <= targetMs - carriedMs - elapsedMs;
  if (dueAt === null || dueAt <= at) return false;
  const versions = (await findIncidentPlan(env, project))?.versions ?? [];
  const version = versions.find(({ policy }) => policy.version === policyVersion);
  const working = version?.calendars.get(calendarKey ?? '');
  return working !== undefined && ms <= working.elapsed(at, dueAt);
}

async function record(env: UserEnv, row: CycleRow, act: SlaAct['act']): Promise<void> {
  const { issueId, clientProjectId, clock, cycle } = row;
  const { state, dueAt, targetMs, breachedAt, stoppedAt } = row;
  const original = { state, dueAt, targetMs, breachedAt, stoppedAt };
  const id = env.newId();
  await env.acts.addAct({ id, issueId, clientProjectId, cycle, act, original });
  await env.projects.audit({
    ...{ at: act.at, actorAccountId: act.by, act: `sla.${act.kind}`, clientProjectId, issueId },
    detail: { actId: id, clock, cycle, state, dueAt, reason: act.reason },
  });
  if (act.kind === 'exclude' && row.frozenAt !== null) {
    const reason = `excluded by hand: ${act.reason}`;
    await env.acts.excludeFrozen(row, reason);
    await env.recounts.saveRecounts([excludedAfterwards(row, act, reason)]);
  }
  await env.queue.pushRefresh([issueId], 0);
}

/** What counts now, beside what was frozen. */
function excludedAfterwards(row: CycleRow, { by, at }: SlaAct['act'], reason: string): Recount {
  const { issueId, clientProjectId, clock, cycle, policyVersion } = row;
  const fields = [
    { name: 'state', frozen: row.state, recount: 'excluded' },
    { name: 'reason', frozen: row.reason, recount: reason },
  ].filter(({ frozen, recount }) => frozen !== recount);
  return {
    ...{ issueId, clientProjectId, clock, cycle, policyVersion, state: 'excluded' },
    differences: { fields, changes: [], moreChanges: 0 },
    ...{ because: 'act', actorAccountId: by, at },
  };
}

function latest(
  rows: readonly CycleRow[],
  { clientProjectId, clock }: SlaActRequest,
): CycleRow | null {
  return rows
    .filter((row) => row.clientProjectId === clientProjectId && row.clock === clock)
    .reduce<CycleRow | null>((a, b) => (a !== null && a.cycle > b.cycle ? a : b), null);
}

function actOf(env: UserEnv, request: SlaActRequest, reason: string): SlaAct['act'] {
  const base = { at: env.now(), by: env.viewer.accountId, reason, clock: request.clock };
  if (request.kind !== 'extend') return { ...base, kind: request.kind };
  return { ...base, kind: 'extend', from: request.from, ms: millis(request.minutes * 60_000) };
}

/** The acts of one incident that are about the clocks of one client project. */
export function actsOf(
  acts: readonly SlaAct[],
  issueId: string,
  clientProjectId: string,
): readonly ManualAct[] {
  return acts
    .filter((each) => each.issueId === issueId && each.clientProjectId === clientProjectId)
    .map(({ act }) => act);
}
