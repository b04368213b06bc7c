import type { Issue } from '../../../core/issue';
import type { Env } from '../../env';
import type { OrderState } from '../../ports/order-state-port';
import { GONE_TEXTS } from '../../texts/gone-texts';
import { TEXTS } from '../../texts/texts';
import type { Seen } from '../follow/see-issue';
import { circleOf } from '../follow/state-of';
import { findLead } from '../read/find-lead';
import type { OrderSetup } from '../read/read-order-site';
import { sayGone } from './say-gone';
import { tellAccounts } from './tell-people';

/**
 * What only the TAM can set right, told to him when it is first seen: a circle, once for all that
 * stand on it (order semantics D1), and a link that was set in the panel and that somebody has taken
 * away (D6). Where no TAM answers for the issue, the lead of its department or Jira project hears it:
 * of a circle that is one for each department on it. One SQL statement and one read of KVS where
 * there is something to tell, else nothing.
 */
export async function tellTam(
  env: Env,
  { order, state, around }: Seen,
  before: OrderState | undefined,
  setup: OrderSetup,
): Promise<void> {
  const { issueId, issueKey, clientProjectId } = state;
  const circle = [...new Set(circleOf(state))].sort();
  const isClosed = circle.length > 0 && (before === undefined || circleOf(before).length === 0);
  const linked = new Set((order.graph.into.get(issueId) ?? []).map(({ blockerId }) => blockerId));
  const gone = before?.linkedIds.filter((id) => !linked.has(id)) ?? [];
  const planned = gone.length === 0 ? [] : await env.order.findPlannedIds(issueId);
  const missed = gone.filter((id) => planned.includes(id));
  if (!isClosed && missed.length === 0) return;
  const tam = await findTam(env, clientProjectId);
  const who = tam ?? (await findLead(env, around.issue, setup));
  if (who === null) return;
  const texts = TEXTS[await env.settings.findLanguage()].order;
  if (isClosed) {
    const links = linksWithin(circle, around.read).join(' ');
    const id = `circle:${clientProjectId ?? ''}:${circle.join(' ')}:${links}`;
    await tellAccounts(env, issueId, [who], { id, line: texts.circle(issueKey) });
  }
  if (missed.length > 0) {
    const id = `unplanned:${issueId}:${missed.join(' ')}:${state.version}`;
    await tellAccounts(env, issueId, [who], {
      id,
      line: await sayMissed(env, state, missed, setup),
    });
  }
}

/** The same for all members; another link that closes the same circle anew makes it news again. */
function linksWithin(circle: readonly string[], read: readonly Issue[]): readonly string[] {
  const isMember = ({ id }: { readonly id: string }) => circle.includes(id);
  return read
    .filter(isMember)
    .flatMap(({ links }) => links.filter(({ end, other }) => end === 'inward' && isMember(other)))
    .map(({ id }) => id)
    .sort();
}

/** Who answers for a client project. */
export async function findTam(env: Env, clientProjectId: string | null): Promise<string | null> {
  if (clientProjectId === null) return null;
  return (await env.projects.findProject(clientProjectId))?.tamAccountId ?? null;
}

async function sayMissed(
  env: Env,
  { issueId, issueKey }: OrderState,
  missed: readonly string[],
  setup: OrderSetup,
): Promise<string> {
  const language = await env.settings.findLanguage();
  const { unplanned } = TEXTS[language].order;
  const { planned, restorable } = GONE_TEXTS[language];
  const gone = await sayGone(env, issueId, missed, setup);
  if (gone.lines.length === 0) return unplanned(issueKey);
  const after = [planned(issueKey), ...(gone.isRestorable ? [restorable] : [])];
  return [...gone.lines, ...after].join(' ');
}
