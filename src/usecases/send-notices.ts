import { type Instant, instant } from '../core/time';
import type { Env } from './env';
import { JiraBusyError } from './ports/jira-busy-error';
import { JiraError } from './ports/jira-error';
import type { Notice } from './ports/warning-ports';

const HOUR_MS = 3_600_000;
/** Beyond so many mails an hour a person gets one that lists them all, and no other for an hour. */
const MAILS_AN_HOUR = 5;

type Mail = { readonly notices: readonly Notice[]; readonly subject: string };

/**
 * Sends what is held: one mail per warning to all who hear of it, a list to whoever would get more
 * than five in an hour. A notice is marked as sent before it is: killed in between it is lost, never
 * sent twice. One SQL statement while nothing is held.
 */
export async function sendNotices(env: Env): Promise<void> {
  const now = env.now();
  const notices = await env.warnings.listNotices(instant(now - HOUR_MS));
  try {
    for (const mail of mailsOf(notices)) await send(env, mail, now);
  } catch (error) {
    if (!(error instanceof JiraBusyError)) throw error;
    env.log.warn('mails cut short', { seconds: error.retryAfterSeconds });
  }
}

/** The mails to send now, by what is held and what was sent in the last hour. */
export function mailsOf(notices: readonly Notice[]): readonly Mail[] {
  const single = new Map<string, Notice[]>();
  const lists: Mail[] = [];
  for (const own of groupBy(notices, ({ accountId }) => accountId)) {
    const held = own.filter(({ state }) => state === 'held');
    const mails = groupBy(
      own.filter(({ state }) => state === 'sent'),
      ({ mail }) => mail ?? '',
    );
    const hasList = mails.some((mail) => mail.length > 1);
    if (held.length === 0 || hasList) continue;
    if (mails.length + held.length > MAILS_AN_HOUR) {
      lists.push({ notices: held, subject: `${held.length} SLA warnings` });
      continue;
    }
    for (const notice of held) {
      single.set(notice.line, [...(single.get(notice.line) ?? []), notice]);
    }
  }
  const singles = [...single].map(([line, each]) => ({ notices: each, subject: line }));
  return [...singles, ...lists];
}

async function send(env: Env, { notices, subject }: Mail, now: Instant): Promise<void> {
  const [first] = notices;
  if (first === undefined) return;
  const mail = env.newId();
  const ids = notices.map(({ id }) => id);
  if ((await env.warnings.takeNotices(ids, mail, now)) === 0) return;
  const accountIds = [...new Set(notices.map(({ accountId }) => accountId))];
  const text = [...new Set(notices.map(({ line }) => line))].join('\n');
  try {
    await env.asApp.notify(first.issueId, { subject, text, accountIds });
  } catch (error) {
    if (error instanceof JiraError && error.status >= 400 && error.status < 500) {
      // Nobody whom Jira would send it to: gone, without the right to see the issue, mail off.
      env.log.warn('mail refused', { issueId: first.issueId, status: error.status });
      return;
    }
    await env.warnings.giveBackNotices(mail);
    throw error;
  }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
