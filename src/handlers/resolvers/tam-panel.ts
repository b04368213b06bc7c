import { makeResolver } from '@forge/resolver';
import * as v from 'valibot';
import type { Answer } from '../../contract/answer';
import type { PanelView, TamPanelApi } from '../../contract/tam-panel';
import { explainClocks } from '../../usecases/clocks/explain-clocks';
import { recomputeIssue } from '../../usecases/clocks/recompute-issue';
import { recordSlaAct } from '../../usecases/clocks/record-sla-act';
import { recountViews } from '../../usecases/clocks/recount-view';
import type { UserEnv } from '../../usecases/env';
import { decideOrder } from '../../usecases/order/decisions/decide-order';
import { removeOrder } from '../../usecases/order/decisions/remove-order';
import { setOrder } from '../../usecases/order/decisions/set-order';
import { acceptHandOver, returnHandOver } from '../../usecases/order/hand-over/answer-hand-over';
import { giveHandOver, withdrawHandOver } from '../../usecases/order/hand-over/give-hand-over';
import { askForPass } from '../../usecases/order/passes/ask-for-pass';
import { issuePass } from '../../usecases/order/passes/issue-pass';
import { revokePass } from '../../usecases/order/passes/revoke-pass';
import { answerQuestions } from '../../usecases/order/screens/answer-questions';
import { done } from '../../usecases/problem';
import { createEpic } from '../../usecases/projects/create-epic';
import { linkEpic } from '../../usecases/projects/link-epic';
import { searchEpics } from '../../usecases/projects/search-epics';
import { unlinkEpic } from '../../usecases/projects/unlink-epic';
import { loadPanel } from '../../usecases/screens/load-panel';
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

const Unlink = v.object({ issueId: Id });
const Recompute = v.object({ clientProjectId: Uuid, by: v.picklist(['own', 'latest']) });

const on = surface('tam-panel', OnIssue);

/** A change of the issue; it answers the panel as it is then, so that the screen never guesses. */
const change = <Payload extends v.GenericSchema>(
  functionKey: string,
  payload: Payload,
  act: (env: UserEnv, issueId: string, input: v.InferOutput<Payload>) => Promise<Answer<null>>,
) =>
  on(functionKey, payload, async (env, input, { issue }): Promise<Answer<PanelView>> => {
    const changed = await act(env, issue.id, input);
    return changed.ok ? loadPanel(env, issue.id) : changed;
  });

/** jira:issuePanel "tam-panel": the client project, the order and the clocks of an issue. */
export const handler = makeResolver<TamPanelApi>({
  load: on('load', Nothing, (env, _, { issue }) => loadPanel(env, issue.id)),
  linkEpic: change('linkEpic', Link, (env, _, link) => linkEpic(env, link)),
  createEpic: change('createEpic', Create, createEpic),
  unlinkEpic: change('unlinkEpic', Unlink, (env, at, { issueId }) => unlinkEpic(env, at, issueId)),
  setOrder: change('setOrder', Order, setOrder),
  removeOrder: change('removeOrder', Order, removeOrder),
  issuePass: change('issuePass', IssuePass, issuePass),
  revokePass: change('revokePass', RevokePass, (env, at, { passId }) =>
    revokePass(env, at, passId),
  ),
  askForPass: change('askForPass', AskForPass, askForPass),
  decideOrder: change('decideOrder', DecideOrder, decideOrder),
  giveHandOver: change('giveHandOver', GiveHandOver, giveHandOver),
  withdrawHandOver: change('withdrawHandOver', WithdrawHandOver, withdrawHandOver),
  acceptHandOver: change('acceptHandOver', AcceptHandOver, acceptHandOver),
  returnHandOver: change('returnHandOver', ReturnHandOver, returnHandOver),
  orderQuestions: on('orderQuestions', Nothing, (env, _, { issue }) =>
    answerQuestions(env, issue.id),
  ),
  explain: on('explain', Nothing, (env, _, { issue }) => explainClocks(env, issue.id)),
  recordSlaAct: change('recordSlaAct', Act, recordSlaAct),
  recompute: on('recompute', Recompute, async (env, { clientProjectId, by }, { issue }) => {
    const answer = await recomputeIssue(env, issue.id, clientProjectId, by);
    return answer.ok ? done(await recountViews(env, answer.value)) : answer;
  }),
  searchEpics: on('searchEpics', Search, (env, { text }) => searchEpics(env, text)),
});
