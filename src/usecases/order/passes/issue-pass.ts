import type { Answer } from '../../../contract/answer';
import type { IssuePassRequest, PassUntil } from '../../../contract/order-acts';
import { endOfDate } from '../../../core/calendar/local-dates';
import type { Issue } from '../../../core/issue';
import type { OrderGraph } from '../../../core/order/graph/order-graph';
import type { OrderRefusal } from '../../../core/order/judge/judgement';
import { passIdOf } from '../../../core/order/judge/pass';
import { openRefusal } from '../../../core/project/start-overview';
import { type Instant, instant } from '../../../core/time';
import { checkReason } from '../../check-reason';
import type { UserEnv } from '../../env';
import type { StoredPass } from '../../ports/order-ports';
import { done, refuse, refuseInput, textsFor } from '../../problem';
import { TEXTS } from '../../texts/texts';
import { type OrderDesk, openDeskFor } from '../decisions/open-desk';
import { tellAccounts } from '../notices/tell-people';
import { judgeNow } from '../read/judge-now';

const HOUR_MS = 3_600_000;
const MOST_DAYS = 90;

/**
 * Issues a pass: one issue, one gate, these very blockers, once, for a time, with a reason that
 * stays on record (order semantics D33, D34, D36). By its TAM, a deputy or the department's lead;
 * nobody passes a gate by his role alone (D35). Where nothing refuses, or a pass is there already,
 * there is nothing to let through, and none is issued; of two at the same moment one is.
 */
export async function issuePass(
  env: UserEnv,
  issueId: string,
  request: IssuePassRequest,
): Promise<Answer<null>> {
  const texts = textsFor(env);
  const found = await openDeskFor(env, issueId, 'issuePass');
  if (!found.ok) return found;
  const desk = found.value;
  const problem = checkReason(request.reason, texts);
  if (problem !== null) return { ok: false, problem };
  const expiresAt = expiryOf(env, request.until);
  if (expiresAt === null) {
    return refuseInput(texts.formHasFaults, { until: texts.passPeriod(MOST_DAYS) });
  }
  const graph = await judgeNow(env, desk.issue, request.gate, desk.setup);
  const refusal = graph === null ? null : openRefusal(graph, issueId, request.gate);
  if (refusal === null) return refuse('conflict', texts.passNotNeeded(desk.issue.key));
  const id = passIdOf(refusal, countPasses(graph, issueId));
  const given = { id, reason: request.reason.trim(), expiresAt };
  if (await addPass(env, desk, refusal, given)) return done(null);
  return refuse('conflict', texts.passIssuedMeanwhile(desk.issue.key));
}

async function addPass(
  env: UserEnv,
  { issue, project }: OrderDesk,
  { gate, set }: OrderRefusal,
  given: Pick<StoredPass, 'id' | 'reason' | 'expiresAt'>,
): Promise<boolean> {
  const clientProjectId = project?.id ?? null;
  const pass: StoredPass = {
    ...{ issueId: issue.id, gate, tokens: set.tokens, clientProjectId },
    ...{ issuedBy: env.viewer.accountId, issuedAt: env.now(), ...given },
    ...{ usedAt: null, revokedAt: null, revokedBy: null },
  };
  if (!(await env.order.addPass(pass))) return false;
  await env.projects.audit({
    ...{ at: pass.issuedAt, actorAccountId: pass.issuedBy, act: 'order.issuePass' },
    ...{ clientProjectId, issueId: issue.id },
    detail: {
      ...{ passId: pass.id, gate, blockers: set.tokens.join(' ') },
      ...{ reason: pass.reason, expiresAt: pass.expiresAt },
    },
  });
  await answerAsks(env, issue, pass);
  await env.queue.pushOrder([issue.id], 0);
  return true;
}

function countPasses(graph: OrderGraph | null, issueId: string): number {
  return graph?.order.facts.passes.filter((pass) => pass.issueId === issueId).length ?? 0;
}

/** Whoever asked has got it, and hears of it by mail: he waits for an answer, perhaps without the panel. */
async function answerAsks(env: UserEnv, { key }: Issue, pass: StoredPass): Promise<void> {
  const { id, issueId, gate, issuedBy, reason } = pass;
  let askers: string[] = [];
  await env.order.changeIssueOrder(issueId, (own) => {
    const asks = own.asks.filter((ask) => ask.gate !== gate);
    askers = own.asks.filter((ask) => ask.gate === gate).map(({ by }) => by);
    return asks.length < own.asks.length ? { ...own, asks } : own;
  });
  const hearers = [...new Set(askers)].filter((accountId) => accountId !== issuedBy);
  if (hearers.length === 0) return;
  const [issuer] = await env.asUser.listPeople([issuedBy]);
  const { issued, somebody } = TEXTS[await env.settings.findLanguage()].order;
  const line = issued(key, issuer?.name ?? somebody, reason);
  await tellAccounts(env, issueId, hearers, { id: `pass:${id}`, line });
}

/** Null for a time that is over, or further away than anybody can answer for. */
function expiryOf(env: UserEnv, until: PassUntil): Instant | null {
  const now = env.now();
  const at =
    until.kind === 'hours'
      ? instant(now + until.hours * HOUR_MS)
      : endOfDate(env.viewer.timeZone, until.date);
  return at !== null && at > now && at <= now + MOST_DAYS * 24 * HOUR_MS ? at : null;
}
