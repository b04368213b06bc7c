import { asksForSightings, seeComments } from '../../core/sla/judge/comment-sightings';
import type { IncidentHistory } from '../../core/sla/judge/history';
import type { Instant } from '../../core/time';
import type { Env } from '../env';

/**
 * Histories with each comment where it counts, by what earlier readings saw of it (SLA semantics
 * C3.3), and keeps what this one saw. No statement unless a comment is hidden or was edited; then
 * one, and another when there is something new to keep.
 */
export async function placeComments(
  env: Env,
  histories: readonly IncidentHistory[],
  readAt: Instant,
): Promise<ReadonlyMap<string, IncidentHistory>> {
  const asking = histories.filter(asksForSightings);
  const placed = new Map(histories.map((history) => [history.issueId, history]));
  if (asking.length === 0) return placed;
  const known = await env.sightings.listSightings(asking.map(({ issueId }) => issueId));
  const seen = asking.map((history) => seeComments(history, known, readAt));
  for (const { history } of seen) placed.set(history.issueId, history);
  const learnt = seen.flatMap((each) => each.learnt);
  if (learnt.length > 0) await env.sightings.saveSightings(learnt);
  return placed;
}

/** The same of one history. */
export async function placeCommentsOf(
  env: Env,
  history: IncidentHistory,
  readAt: Instant,
): Promise<IncidentHistory> {
  return (await placeComments(env, [history], readAt)).get(history.issueId) ?? history;
}
