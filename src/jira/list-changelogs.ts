import * as v from 'valibot';
import { type Jira, route } from './http';

/** Jira docs, "Bulk fetch changelogs": at most 10,000 histories a page. */
const PER_PAGE = 10_000;

/** The records stay as they came: whoever makes a history of them reads each one anyway. */
const WirePage = v.object({
  issueChangeLogs: v.array(
    v.object({ issueId: v.string(), changeHistories: v.array(v.unknown()) }),
  ),
  nextPageToken: v.nullish(v.string(), null),
});

type Page = v.InferOutput<typeof WirePage>;

/**
 * The whole changelogs of up to 1,000 issues, oldest change first, by issue id; issues that never
 * changed are absent. One read per page: an issue's changes may go on over the next one. Times are
 * epoch ms here, where an issue's own changelog says ISO. Fields that are named are asked for alone.
 */
export async function listChangelogs(
  jira: Jira,
  issueIds: readonly string[],
  fieldIds: readonly string[] = [],
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const found = new Map<string, readonly unknown[]>();
  let page: string | null = null;
  do {
    const { issueChangeLogs, nextPageToken }: Page = await readPage(
      jira,
      { issueIds, fieldIds },
      page,
    );
    for (const { issueId, changeHistories } of issueChangeLogs) {
      const before = found.get(issueId);
      found.set(issueId, before === undefined ? changeHistories : [...before, ...changeHistories]);
    }
    page = nextPageToken;
  } while (page !== null);
  return found;
}

type Asked = { readonly issueIds: readonly string[]; readonly fieldIds: readonly string[] };

function readPage(jira: Jira, { issueIds, fieldIds }: Asked, page: string | null) {
  return jira({
    method: 'POST',
    url: route`/rest/api/3/changelog/bulkfetch`,
    endpoint: '/rest/api/3/changelog/bulkfetch',
    body: {
      issueIdsOrKeys: issueIds,
      maxResults: PER_PAGE,
      ...(fieldIds.length === 0 ? {} : { fieldIds }),
      ...(page === null ? {} : { nextPageToken: page }),
    },
    answer: WirePage,
    send: 'again',
  });
}
