import { askedHandOvers, takenHandOvers } from '../../../core/order/hand-over/owed-hand-overs';
import type { Env } from '../../env';
import type { OrderState } from '../../ports/order-state-port';
import { HAND_OVER_TEXTS } from '../../texts/hand-over-texts';
import { isFreeMover } from '../follow/guard-start';
import type { Seen } from '../follow/see-issue';
import { tellPeople } from '../notices/tell-people';
import type { OrderSetup } from '../read/read-order-site';
import { readOwed } from './read-owed';
import { rememberHandOvers } from './remember-hand-overs';

/**
 * What follows for hand-overs when an issue was looked at: the hint for the rule is set right, and
 * one that was closed past the rule without what the next department has to be told is put on record
 * and its people hear it, once. Nothing where no form asks this issue for anything; else one
 * statement of SQL, and one more for an issue that has just been closed owing something.
 */
export async function lookAtHandOvers(
  env: Env,
  seen: Seen,
  before: OrderState | undefined,
  setup: OrderSetup,
): Promise<void> {
  const { around, order, state } = seen;
  const { rules, site } = setup;
  const asked = [askedHandOvers, takenHandOvers].flatMap((list) =>
    list(around.graph, rules, site, state.issueId),
  );
  if (asked.length === 0) return;
  const wasBehind = await rememberHandOvers(env, state.issueId, around.graph, order.isLive);
  // It was judged by what the hint said before.
  if (wasBehind) await env.queue.pushOrder([state.issueId], 1);
  if (state.category !== 'done' || before === undefined || before.category === 'done') return;
  const owed = await readOwed(env, around, setup);
  if (owed.length === 0 || (await isFreeMover(env, state, setup))) return;
  await env.projects.audit({
    ...{ at: env.now(), actorAccountId: null, act: 'order.flag' },
    ...{ clientProjectId: state.clientProjectId, issueId: state.issueId },
    detail: { gate: 'finish', owedTo: owed.map(({ projectKey }) => projectKey).join(' ') },
  });
  const language = await env.settings.findLanguage();
  await tellPeople(env, seen, setup, {
    id: `owed:${state.issueId}:${around.issue.categorySince ?? 0}`,
    line: HAND_OVER_TEXTS[language].flag(state.issueKey),
    withTam: 'always',
  });
}
