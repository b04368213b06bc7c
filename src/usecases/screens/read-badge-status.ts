import type { ClockView, StartView } from '../../contract/views';
import type { UserEnv } from '../env';
import { hasToAnswer } from '../order/hand-over/has-to-answer';
import { HAND_OVER_TEXTS } from '../texts/hand-over-texts';
import { TEXTS, type Texts } from '../texts/texts';
import { readCollapsedAnswer } from './read-collapsed-answer';

/** The lozenge beside the collapsed badge, as Jira's issue context module knows it. */
export type BadgeStatus = {
  readonly label: string;
  readonly type: 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';
};

/**
 * One lozenge for the issue: a broken or running clock before the order, since it is about a client
 * who waits, and what waits for these very people before the rest of the order. Null when there is
 * nothing to say. Forge does not tell the language of whoever looks, so it is the site's.
 */
export async function readBadgeStatus(env: UserEnv, issueId: string): Promise<BadgeStatus | null> {
  const [answer, language] = await Promise.all([
    readCollapsedAnswer(env, issueId),
    env.settings.findLanguage(),
  ]);
  if (answer === null) return null;
  const texts = TEXTS[language].badge;
  const clocks = answer.clocks?.sla.clocks ?? [];
  const open = clocks.filter(({ stoppedAt }) => stoppedAt === null);
  const clock = clockStatus(open, texts);
  if (clock !== null || answer.start === null) return clock;
  if (await hasToAnswer(env, issueId)) {
    return { label: HAND_OVER_TEXTS[language].badge, type: 'moved' };
  }
  return startStatus(answer.start, texts);
}

function clockStatus(open: readonly ClockView[], texts: Texts['badge']): BadgeStatus | null {
  if (open.some(({ state }) => state === 'breached')) {
    return { label: texts.breached, type: 'removed' };
  }
  const running = open.filter(({ state }) => state === 'running');
  const left = running.flatMap(({ remainingMs }) => (remainingMs === null ? [] : [remainingMs]));
  if (left.length > 0) {
    return { label: texts.dueIn(shortTime(Math.min(...left), texts)), type: 'inprogress' };
  }
  return open.some(({ state }) => state === 'paused')
    ? { label: texts.paused, type: 'default' }
    : null;
}

function startStatus(start: StartView, texts: Texts['badge']): BadgeStatus {
  if (start.state === 'waiting') return { label: waitingText(start, texts), type: 'moved' };
  if (start.state === 'suspect') return { label: texts.suspect, type: 'new' };
  if (start.state === 'running') return { label: texts.running, type: 'inprogress' };
  return { label: texts[start.state], type: 'success' };
}

function waitingText({ waitsFor, hidden, unreadable }: StartView, texts: Texts['badge']): string {
  const count = waitsFor.length + unreadable + hidden.reduce((sum, item) => sum + item.count, 0);
  // Only a date holds it, and nobody tells in whose zone to say which.
  if (count === 0) return texts.notYet;
  const [only] = waitsFor;
  return count === 1 && only !== undefined ? texts.waitsFor(only.key) : texts.waits(count);
}

/** 1 h 40 m, 12 m. */
function shortTime(ms: number, texts: Texts['badge']): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  const left = texts.minutes(minutes % 60);
  return hours === 0 ? left : `${texts.hours(hours)} ${left}`;
}
