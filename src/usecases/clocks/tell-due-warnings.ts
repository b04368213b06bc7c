import { isAfterBreach } from '../../core/sla/policy/warning-rules';
import { type Instant, instant } from '../../core/time';
import type { Env } from '../env';
import type { ClaimedWarning } from '../ports/warning-ports';
import { pushRefreshes } from '../push-refreshes';
import { sendNotices } from '../send-notices';
import { noticesOf } from './warning-notices';

/** More wait for the next five minutes: each may cost a mail. */
const AT_MOST = 100;
/** Longer than a run can take; whoever was stopped halfway is made up for then. */
const CLAIM_MS = 9 * 60_000;
/** A warning that stops whoever takes it on is given up; that is an hour and a half. */
const MOST_TRIES = 10;

/**
 * What the schedule of every five minutes does: warnings whose time has come are told, and again if
 * whoever told them was stopped halfway; what they become has an id of its own, so that nobody hears
 * twice. Breaches also refresh their issue, so that its property says so. A clock that stands still
 * is told when it runs again, one that has stopped or has another goal not at all. Asked only when
 * there is something to tell: see `doWhatIsDue`.
 */
export async function tellDueWarnings(env: Env): Promise<void> {
  const now = env.now();
  const until = instant(now + CLAIM_MS);
  const claimed = await env.warnings.claimWarnings(env.newId(), now, AT_MOST, until);
  if (claimed.length > 0) await tell(env, claimed, now);
  await sendNotices(env);
}

async function tell(env: Env, claimed: readonly ClaimedWarning[], now: Instant): Promise<void> {
  const idsOf = (warnings: readonly ClaimedWarning[]) => warnings.map(({ id }) => id);
  const paused = claimed.filter(standsStill);
  const live = claimed.filter(
    (each) => isLive(each) && !standsStill(each) && each.tries <= MOST_TRIES,
  );
  const { notices, quiet, gone } = await noticesOf(env, live, now);
  await env.warnings.addNotices(notices);
  const breached = live.filter(({ threshold }) => threshold === 'breach');
  await pushRefreshes(env, [...new Set(breached.map(({ issueId }) => issueId))]);
  const waiting = new Set([...idsOf(paused), ...quiet.flatMap(({ ids }) => ids)]);
  const told = live.filter(({ id }) => !waiting.has(id) && !gone.includes(id));
  const dropped = claimed.filter(({ id }) => !waiting.has(id) && !told.some((t) => t.id === id));
  await env.warnings.settleWarnings(idsOf(told), 'done');
  await env.warnings.settleWarnings(idsOf(dropped), 'dropped');
  await env.warnings.postponeWarnings(idsOf(paused), null);
  for (const until of new Set(quiet.map((each) => each.until))) {
    const ids = quiet.filter((each) => each.until === until).flatMap((each) => each.ids);
    await env.warnings.postponeWarnings(ids, until);
  }
  env.log.info('warnings', { told: told.length, dropped: dropped.length, later: waiting.size });
}

/** The cycle is open, under the goal that the warning is about. */
function isCurrent({ cycleNow, goalKey }: ClaimedWarning): boolean {
  return cycleNow !== null && !cycleNow.isStopped && cycleNow.goalKey === goalKey;
}

/** What is breached stays breached in a pause, but its overrun does not grow (SLA semantics C2.5). */
function standsStill(warning: ClaimedWarning): boolean {
  const { cycleNow, threshold } = warning;
  const isOver = cycleNow?.state === 'breached' && isAfterBreach(threshold);
  const isPaused = cycleNow?.state === 'paused' || (isOver && cycleNow.pausedBecause !== null);
  return isCurrent(warning) && isPaused;
}

/** A breach may have been seen by somebody else already; anything earlier is too late by then. */
function isLive(warning: ClaimedWarning): boolean {
  const { cycleNow, threshold } = warning;
  const isLate = threshold === 'breach' || isAfterBreach(threshold);
  const isBreached = cycleNow?.state === 'breached' && isLate;
  return isCurrent(warning) && (cycleNow?.state === 'running' || isBreached);
}
