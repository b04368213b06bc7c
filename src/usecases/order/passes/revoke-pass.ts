import type { Answer } from '../../../contract/answer';
import type { UserEnv } from '../../env';
import { done, refuse, textsFor } from '../../problem';
import { openDeskFor } from '../decisions/open-desk';
import { giveBackPasses } from '../read/give-back-passes';

/**
 * Takes a pass of this issue back, by whoever may issue one. One conditional UPDATE: of a move and
 * a revocation at the same moment one wins, and the other is told.
 */
export async function revokePass(
  env: UserEnv,
  issueId: string,
  passId: string,
): Promise<Answer<null>> {
  const found = await openDeskFor(env, issueId, 'issuePass');
  if (!found.ok) return found;
  const by = env.viewer.accountId;
  const now = env.now();
  const { issue, setup } = found.value;
  const all = await env.order.listPassesOn([issueId]);
  const own = (await giveBackPasses(env, all, setup.rules, () => issue)).find(
    ({ id }) => id === passId,
  );
  if (own === undefined || !(await env.order.revokePass(own, by, now))) {
    return refuse('conflict', textsFor(env).passGone);
  }
  await env.projects.audit({
    ...{ at: now, actorAccountId: by, act: 'order.revokePass', issueId },
    ...{ clientProjectId: found.value.project?.id ?? null, detail: { passId } },
  });
  await env.queue.pushOrder([issueId], 0);
  return done(null);
}
