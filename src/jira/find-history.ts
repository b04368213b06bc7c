import * as v from 'valibot';
import type { StatusRef } from '../core/sla/judge/history';
import { JiraError } from '../usecases/ports/jira-error';
import type { HistoryRead } from '../usecases/ports/jira-port';
import { type AskedFields, NO_FIELDS_ASKED } from './asked-fields';
import { completeComments } from './complete-comments';
import { type Jira, route } from './http';
import { listChangelogs } from './list-changelogs';
import { historyFields, historyRead } from './list-histories';
import { BareIssue } from './wire/bare-issue';

const Cut = v.object({ histories: v.array(v.unknown()), total: v.number() });

/**
 * One issue's history as the speaker may browse it; null when it does not exist or is hidden. One
 * read with up to 100 changes (Jira docs, "Get issue": the newest come first), one more for the
 * whole changelog of an issue with more, and those of its comments that did not come along.
 */
export async function findHistory(
  jira: Jira,
  idOrKey: string,
  statuses: ReadonlyMap<string, StatusRef>,
  asked: AskedFields = NO_FIELDS_ASKED,
): Promise<HistoryRead | null> {
  const issue = await readIssue(jira, idOrKey, historyFields(asked));
  if (issue === null) return null;
  const sent = v.safeParse(Cut, issue.changelog);
  const isWhole = sent.success && sent.output.histories.length >= sent.output.total;
  const histories = isWhole
    ? sent.output.histories
    : ((await listChangelogs(jira, [issue.id])).get(issue.id) ?? []);
  return historyRead(await completeComments(jira, issue), histories, statuses, asked);
}

async function readIssue(
  jira: Jira,
  idOrKey: string,
  fields: readonly string[],
): Promise<BareIssue | null> {
  try {
    return await jira({
      method: 'GET',
      url: route`/rest/api/3/issue/${idOrKey}?fields=${fields.join(',')}&expand=changelog`,
      endpoint: '/rest/api/3/issue/{issueIdOrKey}',
      answer: BareIssue,
      send: 'again',
    });
  } catch (error) {
    if (error instanceof JiraError && error.status === 404) return null;
    throw error;
  }
}
