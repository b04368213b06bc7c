import * as v from 'valibot';
import type { StatusRef } from '../core/sla/judge/history';
import type { BlockerRead, BlockersAsked } from '../usecases/ports/jira-port';
import { type Jira, route } from './http';
import { inChunks } from './in-chunks';
import { listChangelogs } from './list-changelogs';
import { formerKeys, statusesOf } from './wire/blocker-life';

/** Jira docs, "Bulk fetch issues": at most 100 in one call, with up to 40 changes each. */
const ISSUES_PER_CALL = 100;
/** Jira docs, "Bulk fetch changelogs". */
const CHANGELOGS_PER_CALL = 1000;

const WireBlocker = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.object({ status: v.unknown() }),
  changelog: v.object({ histories: v.array(v.unknown()), total: v.optional(v.number(), 0) }),
});

/**
 * What the blockers of incidents went through, as far as the speaker may browse them. Those that a
 * link names are known by id, so a page of changelogs is enough for 1,000 of them; of those that
 * only a record names the issue is read with its latest changes, one read per hundred. Where both
 * together are no more than that, one read asks for all. One read more where changes were cut.
 */
export async function listBlockers(
  jira: Jira,
  { linked, keys }: BlockersAsked,
  statuses: ReadonlyMap<string, StatusRef>,
): Promise<readonly BlockerRead[]> {
  const known = new Map(linked.map((each) => [each.id, each]));
  const isOneRead = keys.length > 0 && known.size + keys.length <= ISSUES_PER_CALL;
  const asked = isOneRead ? [...known.keys(), ...keys] : keys;
  const fetched = (
    await inChunks(asked, ISSUES_PER_CALL, (chunk) => readIssues(jira, chunk))
  ).flatMap(({ issues }) => issues);
  for (const { id } of fetched) known.delete(id);
  const cut = fetched.filter(({ changelog }) => changelog.total > changelog.histories.length);
  const changelogs = await readStatusChanges(jira, [...known.keys(), ...cut.map(({ id }) => id)]);
  const read = fetched.map(({ id, key, fields, changelog }) => ({
    keys: [key, ...formerKeys(changelog.histories)],
    statuses: statusesOf(changelogs.get(id) ?? changelog.histories, fields.status, statuses),
  }));
  const unfetched = [...known.values()].map(({ id, key, status }) => ({
    keys: [key],
    statuses: statusesOf(changelogs.get(id) ?? [], wireStatus(status), statuses),
  }));
  return [...read, ...unfetched];
}

const CATEGORIES = { todo: 'new', inProgress: 'indeterminate', done: 'done' } as const;

/** A status of the app's as Jira writes it. */
function wireStatus({ id, name, category }: BlockersAsked['linked'][number]['status']): object {
  return { id, name, statusCategory: { key: CATEGORIES[category] } };
}

function readIssues(jira: Jira, idsOrKeys: readonly string[]) {
  return jira({
    method: 'POST',
    url: route`/rest/api/3/issue/bulkfetch`,
    endpoint: '/rest/api/3/issue/bulkfetch',
    body: { issueIdsOrKeys: idsOrKeys, fields: ['status'], expand: ['changelog'] },
    answer: v.object({ issues: v.array(WireBlocker) }),
    send: 'again',
  });
}

async function readStatusChanges(
  jira: Jira,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const pages = await inChunks(ids, CHANGELOGS_PER_CALL, (chunk) =>
    listChangelogs(jira, chunk, ['status']),
  );
  return new Map(pages.flatMap((page) => [...page]));
}
