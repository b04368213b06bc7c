import { makeResolver } from '@forge/resolver';
import * as v from 'valibot';
import type { Answer } from '../../contract/answer';
import type { PanelView, TamPanelApi } from '../../contract/tam-panel';
import { createEpic } from '../../usecases/create-epic';
import type { UserEnv } from '../../usecases/env';
import { explainClocks } from '../../usecases/explain-clocks';
import { linkEpic } from '../../usecases/link-epic';
import { loadPanel } from '../../usecases/load-panel';
import { acceptHandOver, returnHandOver } from '../../usecases/order/answer-hand-over';
import { answerQuestions } from '../../usecases/order/answer-questions';
import { askForPass } from '../../usecases/order/ask-for-pass';
import { decideOrder } from '../../usecases/order/decide-order';
import { giveHandOver, withdrawHandOver } from '../../usecases/order/give-hand-over';
import { issuePass } from '../../usecases/order/issue-pass';
import { revokePass } from '../../usecases/order/revoke-pass';
import { done } from '../../usecases/problem';
import { recomputeIssue } from '../../usecases/recompute-issue';
import { recordSlaAct } from '../../usecases/record-sla-act';
import { recountViews } from '../../usecases/recount-view';
import { removeOrder } from '../../usecases/remove-order';
import { searchEpics } from '../../usecases/search-epics';
import { setOrder } from '../../usecases/set-order';
import { unlinkEpic } from '../../usecases/unlink-epic';
import { Nothing, OnIssue, surface } from '../edge';
import {
  AcceptHandOver,
  GiveHandOver,
  ReturnHandOver,
  WithdrawHandOver,
} from '../hand-over-payloads';
import { AskForPass, DecideOrder, IssuePass, RevokePass } from '../order-act-payloads';

const Id = v.pipe(v.string(), v.regex(/^\d{1,19}$/));
const IssueKey = v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z][A-Z0-9_]*-\d+$/));
const Uuid = v.pipe(v.string(), v.uuid());
const Summary = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255));

const Link = v.object({ clientProjectId: Uuid, issueKey: IssueKey });
const Create = v.object({
  projectId: Id,
  summary: Summary,
  dueDate: v.nullable(v.pipe(v.string(), v.isoDate())),
});
const Order = v.object({ successorId: Id, blockerId: Id });
const Search = v.object({ text: v.pipe(v.string(), v.maxLength(255)) });

const OnClock = {
  clientProjectId: Uuid,
  clock: v.picklist(['response', 'resolution', 'nextResponse', 'ownership']),
  reason: v.pipe(v.string(), v.maxLength(2000)),
};
const Act = v.variant('kind', [
  v.object({
    ...OnClock,
    kind: v.literal('extend'),
    from: v.picklist(['target', 'now']),
    minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(527_040)),
  }),
  v.object({ ...OnClock, kind: v.literal('reset') }),
  v.object({ ...OnClock, kind: v.literal('exclude') }),
]);

const Recompute = v.object({ clientProjectId: Uuid, by: v.picklist(['own', 'latest']) });

const on = surface('tam-panel', OnIssue);

/** jira:issuePanel "tam-panel": the client project, the order and the clocks of an issue. */
export const handler = makeResolver<TamPanelApi>({
  load: on('load', Nothing, (env, _, { issue }) => loadPanel(env, issue.id)),
  linkEpic: on('linkEpic', Link, async (env, link, { issue }) =>
    reload(env, issue.id, await linkEpic(env, link)),
  ),
  createEpic: on('createEpic', Create, async (env, epic, { issue }) =>
    reload(env, issue.id, await createEpic(env, issue.id, epic)),
  ),
  unlinkEpic: on('unlinkEpic', v.object({ issueId: Id }), async (env, { issueId }, { issue }) =>
    reload(env, issue.id, await unlinkEpic(env, issue.id, issueId)),
  ),
  setOrder: on('setOrder', Order, async (env, order, { issue }) =>
    reload(env, issue.id, await setOrder(env, issue.id, order)),
  ),
  removeOrder: on('removeOrder', Order, async (env, order, { issue }) =>
    reload(env, issue.id, await removeOrder(env, issue.id, order)),
  ),
  issuePass: on('issuePass', IssuePass, async (env, pass, { issue }) =>
    reload(env, issue.id, await issuePass(env, issue.id, pass)),
  ),
  revokePass: on('revokePass', RevokePass, async (env, { passId }, { issue }) =>
    reload(env, issue.id, await revokePass(env, issue.id, passId)),
  ),
  askForPass: on('askForPass', AskForPass, async (env, ask, { issue }) =>
    reload(env, issue.id, await askForPass(env, issue.id, ask)),
  ),
  decideOrder: on('decideOrder', DecideOrder, async (env, act, { issue }) =>
    reload(env, issue.id, await decideOrder(env, issue.id, act)),
  ),
  giveHandOver: on('giveHandOver', GiveHandOver, async (env, given, { issue }) =>
    reload(env, issue.id, await giveHandOver(env, issue.id, given)),
  ),
  withdrawHandOver: on('withdrawHandOver', WithdrawHandOver, async (env, asked, { issue }) =>
    reload(env, issue.id, await withdrawHandOver(env, issue.id, asked)),
  ),
  acceptHandOver: on('acceptHandOver', AcceptHandOver, async (env, asked, { issue }) =>
    reload(env, issue.id, await acceptHandOver(env, issue.id, asked)),
  ),
  returnHandOver: on('returnHandOver', ReturnHandOver, async (env, asked, { issue }) =>
    reload(env, issue.id, await returnHandOver(env, issue.id, asked)),
  ),
  orderQuestions: on('orderQuestions', Nothing, (env, _, { issue }) =>
    answerQuestions(env, issue.id),
  ),
  explain: on('explain', Nothing, (env, _, { issue }) => explainClocks(env, issue.id)),
  recordSlaAct: on('recordSlaAct', Act, async (env, act, { issue }) =>
    reload(env, issue.id, await recordSlaAct(env, issue.id, act)),
  ),
  recompute: on('recompute', Recompute, async (env, { clientProjectId, by }, { issue }) => {
    const answer = await recomputeIssue(env, issue.id, clientProjectId, by);
    return answer.ok ? done(await recountViews(env, answer.value)) : answer;
  }),
  searchEpics: on('searchEpics', Search, (env, { text }) => searchEpics(env, text)),
});

/** Every change answers the panel as it is then, so that the screen never guesses. */
async function reload(
  env: UserEnv,
  issueId: string,
  changed: Answer<null>,
): Promise<Answer<PanelView>> {
  return changed.ok ? loadPanel(env, issueId) : changed;
}
