import type { Issue } from '../../../core/issue';
import { departmentName } from '../../../core/project/hidden-items';
import type { Env } from '../../env';
import type { OrderState } from '../../ports/order-state-port';
import { TEXTS } from '../../texts/texts';
import type { Seen } from '../follow/see-issue';
import { sayHandedOver } from '../hand-over/say-handed-over';
import type { OrderSetup } from '../read/read-order-site';
import { isOpenToAll } from '../rule/name-blockers';
import { sayDue } from './say-due';
import { sayGone } from './say-gone';
import { tellPeople } from './tell-people';

/**
 * Tells "you may start", or that it is not so any more, where that was decided and perhaps not told
 * yet. Told again it is the same notice, so whoever was stopped halfway is made up for (order
 * semantics D9, D12). As a comment too where the department wants that; a comment cannot be made
 * out as the same one, so that is tried once.
 */
export async function tellStart(
  env: Env,
  seen: Seen,
  before: OrderState | undefined,
  setup: OrderSetup,
): Promise<OrderState> {
  const { state, around } = seen;
  const { pending } = state;
  if (pending === null) return state;
  const texts = TEXTS[await env.settings.findLanguage()].order;
  const ids = pending.kind === 'mayStart' ? pending.doneIds : pending.openIds;
  const names = namesOf(ids, around.read, setup);
  const line =
    pending.kind === 'mayStart'
      ? await sayMayStart(env, seen, pending, names, setup)
      : texts.waitsAgain(state.issueKey, names);
  const withTam = 'ifCritical';
  await tellPeople(env, seen, setup, { id: `${pending.kind}:${pending.key}`, line, withTam });
  const isNew = before?.pending?.key !== pending.key || before.pending.kind !== pending.kind;
  if (isNew && setup.site.commentsIn.includes(around.issue.projectKey)) {
    await env.asApp.addComment(state.issueId, line);
  }
  const told = { ...state, pending: null, lookAgainAt: null };
  const isSaved = await env.orderStates.saveState(told, state.version);
  return isSaved ? told : state;
}

/** Who is done, by when this has to be, who is gone and by whom, and what was handed over. */
async function sayMayStart(
  env: Env,
  { state: { issueId, issueKey }, around }: Seen,
  { doneIds, goneIds }: Extract<OrderState['pending'], { readonly kind: 'mayStart' }>,
  names: string,
  setup: OrderSetup,
): Promise<string> {
  const texts = TEXTS[await env.settings.findLanguage()].order;
  const gone = await sayGone(env, issueId, goneIds, setup);
  const handedOver = await sayHandedOver(env, issueId, doneIds, around.read, setup);
  const first = texts.mayStart(issueKey, names, gone.others);
  const due = await sayDue(env, around.issue, setup);
  return [first, ...due, ...gone.lines, ...handedOver].join(' ');
}

/** Everybody who may see the issue may read this, so only what all may know is named. */
function namesOf(
  ids: readonly string[],
  read: readonly Issue[],
  { departments }: OrderSetup,
): string {
  const names = ids.map((id) => {
    const issue = read.find((one) => one.id === id);
    if (issue === undefined || !isOpenToAll(issue, departments)) return null;
    return `${issue.key} (${departmentName(issue, departments)})`;
  });
  return names.filter((name) => name !== null).join(', ');
}
