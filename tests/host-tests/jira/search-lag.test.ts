import { createSmallSite, type SmallSite } from './small-site';

const task = {
  fields: {
    project: { key: 'NET' },
    issuetype: { name: 'Task' },
    summary: 'Quite new',
  },
};
const search = { jql: 'project = NET AND summary ~ "Quite new"', fields: ['summary'] };

async function found(site: SmallSite, extra: object = {}): Promise<number> {
  const { body } = await site.tam('POST', '/rest/api/3/search/jql', { ...search, ...extra });
  return (body as { issues: unknown[] }).issues.length;
}

async function create(site: SmallSite): Promise<{ id: string; key: string }> {
  const { body } = await site.tam('POST', '/rest/api/3/issue', task);
  return body as { id: string; key: string };
}

describe('search after a write', () => {
  it('does not show the new issue until the index has settled, while reading it does', async () => {
    const site = createSmallSite({ indexLagMs: 50 });
    const { key } = await create(site);
    expect(await found(site)).toBe(0);
    expect((await site.tam('GET', `/rest/api/3/issue/${key}`)).status).toBe(200);
    await site.jira.indexSettled();
    expect(await found(site)).toBe(1);
  });

  it('shows the ids named in reconcileIssues at once', async () => {
    const site = createSmallSite({ indexLagMs: 50 });
    const { id } = await create(site);
    expect(await found(site, { reconcileIssues: [Number(id)] })).toBe(1);
    await site.jira.indexSettled();
  });

  it('lags in approximate-count and jql/match too', async () => {
    const site = createSmallSite({ indexLagMs: 50 });
    const { id } = await create(site);
    const count = await site.tam('POST', '/rest/api/3/search/approximate-count', {
      jql: search.jql,
    });
    const match = await site.tam('POST', '/rest/api/3/jql/match', {
      jqls: [search.jql],
      issueIds: [Number(id)],
    });
    expect(count.body).toEqual({ count: 0 });
    expect(match.body).toEqual({ matches: [{ matchedIssues: [], errors: [] }] });
    await site.jira.indexSettled();
  });
});

describe('POST search/jql', () => {
  it('answers ids alone when no fields are asked for, without total and startAt', async () => {
    const { tam } = createSmallSite();
    const { body } = await tam('POST', '/rest/api/3/search/jql', { jql: 'key = NET-1' });
    expect(body).toEqual({ issues: [{ id: expect.any(String) }], isLast: true });
  });

  it('refuses an unbounded query', async () => {
    const { tam } = createSmallSite();
    const { status, body } = await tam('POST', '/rest/api/3/search/jql', {
      jql: 'ORDER BY created',
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      errorMessages: [
        'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
      ],
    });
  });

  it('pages by a token that fits the same query only; pages are short', async () => {
    const { tam } = createSmallSite({ searchPageCap: 40 });
    const jql = 'issuetype = Incident';
    const seen: number[] = [];
    let nextPageToken: string | undefined;
    do {
      const { body } = await tam('POST', '/rest/api/3/search/jql', {
        jql,
        fields: ['summary'],
        maxResults: 100,
        ...(nextPageToken ? { nextPageToken } : {}),
      });
      const page = body as { issues: unknown[]; nextPageToken?: string };
      seen.push(page.issues.length);
      nextPageToken = page.nextPageToken;
      if (!nextPageToken) break;
      const wrong = await tam('POST', '/rest/api/3/search/jql', {
        jql: 'project = NET',
        nextPageToken,
      });
      expect(wrong.status).toBe(400);
    } while (nextPageToken);
    expect(seen).toEqual([40, 40, 40]);
  });

  it('takes bare words for a text search', async () => {
    const { tam } = createSmallSite();
    const { status, body } = await tam('POST', '/rest/api/3/search/jql', {
      jql: 'this is not jql',
    });
    expect({ status, body }).toEqual({ status: 200, body: { issues: [], isLast: true } });
  });
});

describe('the rate limit script', () => {
  it('answers the next calls of the app with 429, reason and Retry-After, then goes on', async () => {
    const { jira } = createSmallSite();
    jira.settings.rateLimitNext = { count: 2, reason: 'jira-burst-based', retryAfterS: 3 };
    const answers = [];
    const call = { method: 'GET', path: '/rest/api/3/myself', actor: { kind: 'app' } } as const;
    for (let i = 0; i < 3; i += 1) answers.push(await jira.request({ ...call, via: 'app' }));
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(answers[0]?.headers).toMatchObject({
      'retry-after': '3',
      'ratelimit-reason': 'jira-burst-based',
    });
  });

  it('neither refuses nor counts what people and the platform ask', async () => {
    const { jira, tam, asApp } = createSmallSite();
    jira.settings.rateLimitNext = { count: 1, reason: 'jira-burst-based', retryAfterS: 3 };
    const path = '/rest/api/3/myself';
    const answers = [await tam('GET', path), await asApp('GET', path)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(jira.settings.rateLimitNext.count).toBe(1);
  });

  it('counts one point per call and one per issue returned', async () => {
    const { tam } = createSmallSite();
    const search = { jql: 'issuetype = Incident', fields: ['summary'], maxResults: 10 };
    expect((await tam('POST', '/rest/api/3/search/jql', search)).points).toBe(11);
    expect((await tam('GET', '/rest/api/3/serverInfo')).points).toBe(1);
  });
});

describe('a call that the local Jira does not model', () => {
  it('answers 501 by name and is remembered', async () => {
    const { jira, tam } = createSmallSite();
    const endpoint = await tam('GET', '/rest/api/3/filter/1');
    const query = await tam('GET', '/rest/api/3/issue/NET-1?updateHistory=true');
    const body = await tam('POST', '/rest/api/3/search/jql', { jql: 'x', failFast: true });
    const expand = await tam('GET', '/rest/api/3/issue/NET-1?expand=operations');
    expect([endpoint, query, body, expand].map(({ status }) => status)).toEqual([
      501, 501, 501, 501,
    ]);
    expect(jira.unknownCalls.map(({ what }) => what)).toEqual([
      'the endpoint /rest/api/3/filter/1',
      'the query parameter "updateHistory"',
      'the body key "failFast"',
      'expand "operations"',
    ]);
  });
});
