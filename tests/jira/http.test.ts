import * as v from 'valibot';
import { openJira, route } from '../../src/jira/http';
import { linkBlocks } from '../../src/jira/link-blocks';
import { listIssues } from '../../src/jira/list-issues';
import { WireIssue } from '../../src/jira/wire/issue';
import { JiraBusyError } from '../../src/usecases/ports/jira-busy-error';
import { JiraError } from '../../src/usecases/ports/jira-error';

type Sent = { readonly path: string; readonly method: string; readonly body: unknown };
type Reply = { readonly status: number; readonly body?: unknown; readonly headers?: object };

const sent: Sent[] = [];
let replies: Reply[] = [];

/** The one seam of Forge's SDK: every platform call of @forge/api goes through this global. */
const forge = globalThis as { __forge_fetch__?: unknown; __forge_runtime__?: unknown };

beforeEach(() => {
  sent.length = 0;
  forge.__forge_runtime__ = { appContext: {}, lambdaContext: {}, metrics: noMetrics };
  forge.__forge_fetch__ = async (_meta: unknown, path: string, init: RequestInit) => {
    sent.push({
      path,
      method: init.method ?? 'GET',
      body: init.body ? JSON.parse(String(init.body)) : null,
    });
    const { status, body, headers = {} } = replies.shift() ?? { status: 500 };
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: headers as Record<string, string>,
    });
  };
});

const timer = { stop: () => undefined };
const noMetrics = {
  counter: () => ({ incr: () => undefined }),
  timing: () => ({ measure: () => timer }),
};

const ask = (send: 'again' | 'once' = 'again') =>
  openJira('user')({
    method: 'GET',
    url: route`/rest/api/3/myself`,
    endpoint: '/rest/api/3/myself',
    answer: v.object({ accountId: v.string() }),
    send,
  });

const me: Reply = { status: 200, body: { accountId: 'me', more: 1 } };
const wait = (seconds: number, reason = 'jira-burst-based'): Reply => ({
  status: 429,
  headers: { 'Retry-After': String(seconds), 'RateLimit-Reason': reason },
});
const quotaSpent = (headers: object): Reply => ({
  status: 429,
  headers: { 'RateLimit-Reason': 'jira-quota-tenant-based', ...headers },
});

describe('a call of Jira', () => {
  it('answers only what was asked for', async () => {
    replies = [me];
    await expect(ask()).resolves.toEqual({ accountId: 'me' });
  });

  it('is sent again after 429 and 503, as Retry-After says', async () => {
    replies = [wait(0), { status: 503, headers: { 'Retry-After': '0' } }, me];
    await expect(ask()).resolves.toEqual({ accountId: 'me' });
    expect(sent).toHaveLength(3);
  });

  it('is given up after four tries', async () => {
    replies = [wait(0), wait(0), wait(0), wait(0), me];
    await expect(ask()).rejects.toThrow(JiraBusyError);
    expect(sent).toHaveLength(4);
  });

  it('is not tried again when that would take longer than anybody waits', async () => {
    replies = [wait(60)];
    await expect(ask()).rejects.toMatchObject({ retryAfterSeconds: 60 });
    expect(sent).toHaveLength(1);
  });

  it('is not tried again when the hourly quota is spent', async () => {
    replies = [wait(1, 'jira-quota-global-based')];
    await expect(ask()).rejects.toMatchObject({ reason: 'jira-quota-global-based' });
    expect(sent).toHaveLength(1);
  });

  it('is put off until the quota is filled again when Jira says nothing but that', async () => {
    const reset = new Date(Date.now() + 1_800_000).toISOString();
    replies = [quotaSpent({ 'X-RateLimit-Reset': reset })];
    const failed: unknown = await ask().catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(JiraBusyError);
    const { retryAfterSeconds } = failed as JiraBusyError;
    expect(retryAfterSeconds).toBeGreaterThan(1_780);
    expect(retryAfterSeconds).toBeLessThanOrEqual(1_800);
    expect(sent).toHaveLength(1);
  });

  it.each([{}, { 'X-RateLimit-Reset': 'soon' }])(
    'is put off until the next full hour when the quota is spent and Jira names no time: %j',
    async (headers) => {
      const toNextHour = 3_600 - ((Date.now() / 1000) % 3_600);
      replies = [quotaSpent(headers)];
      const failed: unknown = await ask().catch((error: unknown) => error);
      const { retryAfterSeconds } = failed as JiraBusyError;
      expect(Math.abs(retryAfterSeconds - toNextHour) % 3_600).toBeLessThan(5);
    },
  );

  it('is sent again when a burst is over by the reset that Jira names', async () => {
    const headers = {
      'RateLimit-Reason': 'jira-burst-based',
      'X-RateLimit-Reset': new Date(Date.now()).toISOString(),
    };
    replies = [{ status: 429, headers }, me];
    await expect(ask()).resolves.toEqual({ accountId: 'me' });
  });

  it('is sent once when twice would do its work twice', async () => {
    replies = [wait(0), me];
    await expect(ask('once')).rejects.toThrow(JiraBusyError);
    expect(sent).toHaveLength(1);
  });

  it('fails with the status and the words of Jira', async () => {
    replies = [{ status: 400, body: { errorMessages: ['No.'], errors: { duedate: 'Past.' } } }];
    await expect(ask()).rejects.toMatchObject({
      name: 'JiraError',
      status: 400,
      endpoint: 'GET /rest/api/3/myself',
      messages: ['No.'],
      fields: { duedate: 'Past.' },
    });
  });

  it('keeps the words to itself when the app asked: they could name what the user may not see', async () => {
    replies = [{ status: 400, body: { errorMessages: ['SECRET-1 is closed.'] } }];
    const asApp = openJira('app')({
      method: 'GET',
      url: route`/rest/api/3/myself`,
      endpoint: '/rest/api/3/myself',
      answer: v.unknown(),
      send: 'again',
    });
    await expect(asApp).rejects.toMatchObject({ status: 400, messages: [], fields: {} });
  });

  it('fails with the place of the fault when the answer is not as expected', async () => {
    replies = [{ status: 200, body: { accountId: 7 } }];
    const failed: unknown = await ask().catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(JiraError);
    expect(failed).toMatchObject({ status: 0, messages: ['not as expected: accountId'] });
  });
});

describe('linkBlocks', () => {
  it('puts the blocker at the inward end of the request', async () => {
    replies = [{ status: 201 }];
    await linkBlocks(openJira('user'), '10000', '1', '2');
    expect(sent).toEqual([
      {
        path: '/rest/api/3/issueLink',
        method: 'POST',
        body: { type: { id: '10000' }, inwardIssue: { id: '1' }, outwardIssue: { id: '2' } },
      },
    ]);
  });
});

describe('listIssues', () => {
  it('asks for a hundred at a time, each once, and not at all for none', async () => {
    const ids = Array.from({ length: 150 }, (_, index) => String(index));
    replies = [
      { status: 200, body: { issues: [] } },
      { status: 200, body: { issues: [] } },
    ];
    await listIssues(openJira('app'), [...ids, ...ids]);
    expect(
      sent.map(({ body }) => (body as { issueIdsOrKeys: string[] }).issueIdsOrKeys.length),
    ).toEqual([100, 50]);
    await listIssues(openJira('app'), []);
    expect(sent).toHaveLength(2);
  });
});

describe('an issue on the wire', () => {
  const fields = {
    summary: 'VLAN',
    issuetype: { name: 'Epic', hierarchyLevel: 1 },
    project: { id: '1', key: 'NET', name: 'Network' },
    status: { id: '3', name: 'Doing', statusCategory: { key: 'indeterminate' } },
  };
  const parse = (changes: object) =>
    v.parse(WireIssue, { id: '9', key: 'NET-1', fields: { ...fields, ...changes } });
  const stub = {
    id: '8',
    key: 'VIRT-1',
    fields: { summary: 'VM', status: { id: '1', name: 'New', statusCategory: { key: 'new' } } },
  };

  it('reads a hidden field like an empty one', () => {
    expect(parse({ assignee: null })).toMatchObject({ assignee: null, dueDate: null, links: [] });
  });

  it('keeps which end of a link the issue stands at', () => {
    const type = { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
    const { links } = parse({
      issuelinks: [
        { id: '1', type, inwardIssue: stub },
        { id: '2', type, outwardIssue: stub },
        { id: '3', type },
      ],
    });
    expect(links.map(({ id, end, other }) => [id, end, other.status.category])).toEqual([
      ['1', 'inward', 'todo'],
      ['2', 'outward', 'todo'],
    ]);
  });

  it('counts a status without a category as not begun', () => {
    const status = { id: '1', name: 'Odd', statusCategory: { key: 'undefined' } };
    expect(parse({ status }).status.category).toBe('todo');
  });

  it('knows that a security level restricts it', () => {
    expect(parse({ security: { id: '1' } }).isRestricted).toBe(true);
    expect(parse({ security: null }).isRestricted).toBe(false);
  });
});
