import type { Answer } from '../../../contract/answer';
import type { AskForPassRequest } from '../../../contract/order-acts';
import { openRefusal } from '../../../core/project/start-overview';
import { checkReason } from '../../check-reason';
import type { UserEnv } from '../../env';
import type { PassAsk } from '../../ports/order-ports';
import { done, refuse, textsFor } from '../../problem';
import { TEXTS } from '../../texts/texts';
import { type OrderDesk, openDesk } from '../decisions/open-desk';
import { tellAccounts } from '../notices/tell-people';
import { judgeNow } from '../read/judge-now';

/** Older ones make room: whoever decides needs the last few. */
const MOST_ASKS = 5;

/**
 * "Ask to start anyway": tells the TAM and the department's lead why, and shows it in the panel
 * until a pass answers it. Whoever may edit the issue may ask; asking opens nothing.
 */
export async function askForPass(
  env: UserEnv,
  issueId: string,
  request: AskForPassRequest,
): Promise<Answer<null>> {
  const texts = textsFor(env);
  const found = await openDesk(env, issueId);
  if (!found.ok) return found;
  const desk = found.value;
  const editable = await env.asUser.allowedIssues('EDIT_ISSUES', [issueId]);
  if (!editable.includes(issueId)) return refuse('notAllowed', texts.mayNotEdit(desk.issue.key));
  const problem = checkReason(request.reason, texts);
  if (problem !== null) return { ok: false, problem };
  const graph = await judgeNow(env, desk.issue, request.gate, desk.setup);
  const refusal = graph === null ? null : openRefusal(graph, issueId, request.gate);
  if (refusal === null) return refuse('conflict', texts.passNotNeeded(desk.issue.key));
  const ask: PassAsk = {
    ...{ gate: request.gate, by: env.viewer.accountId, at: env.now() },
    reason: request.reason.trim(),
  };
  if (!(await keepAsk(env, issueId, ask))) return refuse('conflict', texts.askedTwice);
  await tell(env, desk, ask);
  return done(null);
}

/** False when the same person has asked for the same in the same words. */
async function keepAsk(env: UserEnv, issueId: string, ask: PassAsk): Promise<boolean> {
  const isSame = ({ gate, by, reason }: PassAsk) =>
    gate === ask.gate && by === ask.by && reason === ask.reason;
  let isKept = false;
  await env.order.changeIssueOrder(issueId, (own) => {
    isKept = !own.asks.some(isSame);
    return isKept ? { ...own, asks: [...own.asks, ask].slice(-MOST_ASKS) } : own;
  });
  return isKept;
}

/** By mail through Jira, which sends nothing to people who may not see the issue. */
async function tell(
  env: UserEnv,
  { issue, project, leadAccountId }: OrderDesk,
  { gate, by, at, reason }: PassAsk,
): Promise<void> {
  await env.projects.audit({
    ...{ at, actorAccountId: by, act: 'order.askForPass', issueId: issue.id },
    ...{ clientProjectId: project?.id ?? null, detail: { gate, reason } },
  });
  const [asker] = await env.asUser.listPeople([by]);
  const { asked, somebody } = TEXTS[await env.settings.findLanguage()].order;
  const hearers = [project?.tamAccountId, leadAccountId].filter((id) => id != null);
  await tellAccounts(env, issue.id, [...new Set(hearers)], {
    id: `ask:${issue.id}:${by}:${at}`,
    line: asked(issue.key, asker?.name ?? somebody, reason),
  });
}
