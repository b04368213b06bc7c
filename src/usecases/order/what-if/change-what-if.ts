import type { Answer } from '../../../contract/answer';
import type { WhatIfEdit, WhatIfLeft, WhatIfView } from '../../../contract/what-if';
import { rebaseMoves } from '../../../core/order/plan/rebase-moves';
import type { UserEnv } from '../../env';
import type { DraftKey, WhatIfDraft } from '../../ports/what-if-port';
import { done, refuse, textsFor } from '../../problem';
import { openSandbox, type Sandbox } from './open-sandbox';
import { mayMove, whatIfView } from './what-if-view';

/**
 * Moves a due date in the viewer's draft or takes a move back, puts the draft on the data of now, or
 * drops it. Nothing is written to Jira. The first move begins the draft; its base then stays what
 * was read, whatever happens, until somebody asks for another one (order semantics D54).
 */
export async function changeWhatIf(
  env: UserEnv,
  { clientProjectId, change }: WhatIfEdit,
): Promise<Answer<WhatIfView>> {
  const opened = await openSandbox(env, clientProjectId);
  if (!opened.ok) return opened;
  const { key, plan, draft } = opened.value;
  switch (change.kind) {
    case 'move':
      return move(env, opened.value, change.moves);
    case 'takeBack': {
      const moves = new Map(draft?.moves ?? []);
      moves.delete(change.issueId);
      return done(whatIfView(env, await keep(env, key, draft && { ...draft, moves }), plan));
    }
    case 'rebase':
      return rebase(env, opened.value);
    case 'drop':
      return done(whatIfView(env, await keep(env, key, null), plan));
  }
}

async function move(
  env: UserEnv,
  { key, plan, draft }: Sandbox,
  asked: readonly { readonly issueId: string; readonly to: string }[],
): Promise<Answer<WhatIfView>> {
  const base = draft?.base ?? plan.base;
  const moves = new Map(draft?.moves ?? []);
  for (const { issueId, to } of asked) {
    const issue = base.issues.find(({ id }) => id === issueId);
    if (issue === undefined || !mayMove(issue, plan)) {
      return refuse('invalid', textsFor(env).whatIf.notToMove);
    }
    if (issue.due === to) moves.delete(issueId);
    else moves.set(issueId, to);
  }
  return done(whatIfView(env, await keep(env, key, { base, moves }), plan));
}

async function rebase(env: UserEnv, { key, plan, draft }: Sandbox): Promise<Answer<WhatIfView>> {
  const { kept, left } = rebaseMoves(draft?.moves ?? new Map(), plan.base);
  const rebased = await keep(env, key, { base: plan.base, moves: kept });
  const told = left.map(({ id, why }): WhatIfLeft => ({ key: plan.issueOf(id)?.key ?? null, why }));
  return done(whatIfView(env, rebased, plan, told));
}

/** The draft as it is kept; without a move there is none. */
export async function keep(
  env: UserEnv,
  key: DraftKey,
  draft: WhatIfDraft | null,
): Promise<WhatIfDraft | null> {
  if (draft === null || draft.moves.size === 0) {
    await env.order.deleteDraft(key);
    return null;
  }
  await env.order.saveDraft(key, draft);
  return draft;
}
