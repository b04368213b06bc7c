import * as v from 'valibot';
import { type Jira, route } from './http';

/** Jira docs, "Bulk fetch changelogs": at most 10,000 histories a page. */
const PER_PAGE = 10_000;

/** This endpoint gives the time as epoch milliseconds where an issue's own changelog gives ISO. */
const History = v.pipe(
  v.looseObject({ created: v.union([v.number(), v.string()]) }),
  v.transform((history) => ({
    ...history,
    created:
      typeof history.created === 'number'
        ? new Date(history.created).toISOString()
        : history.created,
  })),
);

const WirePage = v.object({
  issueChangeLogs: v.array(v.object({ issueId: v.string(), changeHistories: v.array(History) })),
  nextPageToken: v.nullish(v.string(), null),
});

type Page = v.InferOutput<typeof WirePage>;
type History = v.InferOutput<typeof History>;

/**
 * The whole changelogs of up to 1,000 issues, oldest change first, by issue id; issues that never
 * changed are absent. One read per page: an issue's changes may go on over the next one.
 */
export async function listChangelogs(
  jira: Jira,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, readonly History[]>> {
  const found = new Map<string, History[]>();
  let page: string | null = null;
  do {
    const { issueChangeLogs, nextPageToken }: Page = await readPage(jira, issueIds, page);
    for (const { issueId, changeHistories } of issueChangeLogs) {
      found.set(issueId, [...(found.get(issueId) ?? []), ...changeHistories]);
    }
    page = nextPageToken;
  } while (page !== null);
  return found;
}

function readPage(jira: Jira, issueIds: readonly string[], page: string | null) {
  return jira({
    method: 'POST',
    url: route`/rest/api/3/changelog/bulkfetch`,
    endpoint: '/rest/api/3/changelog/bulkfetch',
    body: {
      issueIdsOrKeys: issueIds,
      maxResults: PER_PAGE,
      ...(page === null ? {} : { nextPageToken: page }),
    },
    answer: WirePage,
    send: 'again',
  });
}
