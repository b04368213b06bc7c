import { type Instant, instant } from '../core/time';
import type { Env } from './env';
import { JiraBusyError } from './ports/jira-busy-error';
import { isRefusal } from './ports/jira-error';
import type { IssueMail } from './ports/jira-port';
import type { Notice } from './ports/warning-ports';
import { TEXTS } from './texts/texts';

const HOUR_MS = 3_600_000;
/** Beyond so many mails an hour a person gets one that lists them all, and no other for an hour. */
const MAILS_AN_HOUR = 5;
/** Longer than sending can take: whoever began before that was stopped. */
const SENDING_MS = 9 * 60_000;
/** Every five minutes: after two hours of failures a warning is of no use any more. */
const MOST_TRIES = 24;

type Mail = { readonly notices: readonly Notice[]; readonly subject: string | null };

/**
 * Sends what is held: one mail per warning to all who hear of it, a list to whoever would get more
 * than five in an hour. A notice counts as sent once Jira has taken it; until then it is sent again,
 * for two hours at most, so that a run that was stopped loses nothing. One SQL statement while
 * nothing is held, else two more a mail. A list names nothing that its reader may not browse.
 *
 * Whoever tells one thing at a time sends `single` mails only: what is too much for them gathers
 * until the schedule comes along, and is one list then.
 */
export async function sendNotices(env: Env, which: 'all' | 'single' = 'all'): Promise<void> {
  const now = env.now();
  const due = mailsOf(await env.warnings.listNotices(instant(now - HOUR_MS)), now);
  const mails = which === 'all' ? due : due.filter(({ subject }) => subject !== null);
  if (mails.length === 0) return;
  const texts = TEXTS[await env.settings.findLanguage()].warning;
  for (const { notices, subject } of mails) {
    const title = subject ?? ((count: number) => texts.list(count));
    if ((await send(env, notices, title, now)) === 'busy') return;
  }
}

/** The mails to send now, by what is held and what was sent in the last hour; lists have no subject. */
function mailsOf(notices: readonly Notice[], now: Instant): readonly Mail[] {
  const single = new Map<string, Notice[]>();
  const lists: Mail[] = [];
  for (const own of groupBy(notices, ({ accountId }) => accountId)) {
    const held = own.filter((notice) => isToSend(notice, now));
    const mails = groupBy(
      own.filter((notice) => !isToSend(notice, now)),
      ({ mail }) => mail ?? '',
    );
    // A list may name one thing alone: it is the mail that is one too many, then.
    const hasList = mails.length > MAILS_AN_HOUR || mails.some((mail) => mail.length > 1);
    if (held.length === 0 || hasList) continue;
    if (mails.length + held.length > MAILS_AN_HOUR) {
      lists.push({ notices: held, subject: null });
      continue;
    }
    for (const notice of held) {
      single.set(notice.line, [...(single.get(notice.line) ?? []), notice]);
    }
  }
  const singles = [...single].map(([line, each]) => ({ notices: each, subject: line }));
  return [...singles, ...lists];
}

function isToSend({ state, at }: Notice, now: Instant): boolean {
  return state === 'held' || (state === 'sending' && at < staleBefore(now));
}

function staleBefore(now: Instant): Instant {
  return instant(now - SENDING_MS);
}

/** One mail that fails must not keep the others; only where Jira asks for patience all wait. */
async function send(
  env: Env,
  notices: readonly Notice[],
  title: string | ((count: number) => string),
  now: Instant,
): Promise<'done' | 'busy'> {
  if (notices.length === 0) return 'done';
  const mail = env.newId();
  const ids = notices.map(({ id }) => id);
  if ((await env.warnings.takeNotices(ids, mail, now, staleBefore(now))) === 0) return 'done';
  const accountIds = [...new Set(notices.map(({ accountId }) => accountId))];
  try {
    const parts = await partsFor(env, notices);
    for (const part of parts) {
      const lines = [...new Set(part.map(({ line }) => line))];
      const subject = typeof title === 'string' ? title : title(lines.length);
      const issueId = part[0]?.issueId ?? '';
      const mail = { subject, text: lines.join('\n'), accountIds };
      if (parts.length === 1) await env.asApp.notify(issueId, mail);
      else await tryToNotify(env, issueId, mail);
    }
  } catch (error) {
    return giveWay(env, mail, notices, error);
  }
  await env.warnings.settleNotices(mail, 'sent');
  return 'done';
}

/** One of several: the others are sent although Jira refuses this one. */
async function tryToNotify(env: Env, issueId: string, mail: IssueMail): Promise<void> {
  try {
    await env.asApp.notify(issueId, mail);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    env.log.warn('mail refused', { issueId, status: error.status });
  }
}

/**
 * The notices of a mail, as far as its reader may know of them: Jira sends a mail about one issue to
 * nobody who may not see that one, but of the others in a list it knows nothing, so that is asked
 * here. One read for a list, none for a mail about one issue. Where Jira does not tell, each issue
 * has a mail of its own, and Jira looks at it.
 */
async function partsFor(env: Env, notices: readonly Notice[]): Promise<readonly Notice[][]> {
  const byIssue = groupBy(notices, ({ issueId }) => issueId);
  const [reader] = notices;
  if (reader === undefined || byIssue.length === 1) return byIssue;
  const ids = byIssue.map((part) => part[0]?.issueId ?? '');
  try {
    const shown = await env.asApp.browsableBy(reader.accountId, ids);
    const part = notices.filter(({ issueId }) => shown.includes(issueId));
    return part.length === 0 ? [] : [part];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    env.log.warn('rights of a reader unknown', { why: error.message });
    return byIssue;
  }
}

async function giveWay(
  env: Env,
  mail: string,
  notices: readonly Notice[],
  error: unknown,
): Promise<'done' | 'busy'> {
  const issueId = notices[0]?.issueId ?? '';
  if (error instanceof JiraBusyError) {
    await env.warnings.giveBackNotices(mail);
    env.log.warn('mails cut short', { seconds: error.retryAfterSeconds });
    return 'busy';
  }
  if (isRefusal(error)) {
    await env.warnings.settleNotices(mail, 'refused');
    env.log.warn('mail refused', { issueId, status: error.status });
    return 'done';
  }
  const isLast = notices.some(({ tries }) => tries + 1 >= MOST_TRIES);
  await env.warnings.settleNotices(mail, isLast ? 'lost' : 'held');
  env.log.warn(isLast ? 'mail given up' : 'mail failed', { issueId });
  return 'done';
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
