import type { BackfillView, SettingsView } from '../../src/contract/tam-settings';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import { setUpDemo } from '../host/company/set-up-demo';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

// The demo company takes some seconds.
jest.setTimeout(60_000);

let host: Host;
let clientProjectId: string;

/** Opened before Jira is busy: opening a page reads Jira too. */
let page: string;
const inPage = (functionKey: string, payload: unknown) =>
  host.forge.invokeInFrame(page, functionKey, payload);

const settings = <T>(functionKey: string, payload: unknown = {}): Promise<T> =>
  asker(host, 'tam-settings', { as: people.admin.accountId })<T>(functionKey, payload);

const busy = (count: number, retryAfterS: number) => {
  host.jira.settings.rateLimitNext = { count, reason: 'jira-burst-based', retryAfterS };
};

/** Busy when this endpoint is called next: what comes before it still gets through. */
const busyAt = (endpoint: string, retryAfterS: number) => {
  const { request } = host.jira;
  const watched: typeof request = (call) => {
    if (call.path.startsWith(endpoint)) {
      busy(1, retryAfterS);
      Object.assign(host.jira, { request });
    }
    return request(call);
  };
  Object.assign(host.jira, { request: watched });
};

const runsOf = (consumer: string, from: number) =>
  host
    .invocations()
    .slice(from)
    .filter(({ trigger, moduleKey }) => trigger === 'queue' && moduleKey === consumer)
    .map(({ jiraCalls, error }) => ({ statuses: jiraCalls.map(({ status }) => status), error }));

beforeAll(async () => {
  host = await startHost({ at: new Date('2026-11-23T09:00:00Z') });
  await setUpDemo(host);
  clientProjectId = (await settings<SettingsView>('load')).clientProjects[0]?.id ?? '';
  const { accountId } = people.admin;
  const viewer = { accountId, locale: 'en-US', colorMode: 'light' } as const;
  page = (await host.forge.openFrame({ moduleKey: 'tam-settings' }, viewer)).frameId;
}, 120_000);

afterEach(() => {
  host.jira.settings.rateLimitNext.count = 0;
  host.forge.switches.eventDelayMs = 0;
});

afterAll(() => host?.stop());

describe('a Jira that answers 429', () => {
  it('delays a backfill, which then ends as if nothing had been', async () => {
    const before = host.invocations().length;
    busyAt('/rest/api/3/search/approximate-count', 120);
    await inPage('startBackfill', { clientProjectId });
    await host.settle();
    expect(host.forge.jobs()).toContainEqual(expect.objectContaining({ queue: 'backfill' }));
    host.clock.moveBy(120_000);
    await host.settle();
    const [first, second, ...others] = runsOf('backfill', before);
    expect(first).toEqual({ statuses: [429], error: undefined });
    expect(second?.statuses.every((status) => status === 200)).toBe(true);
    expect(others).toEqual([]);
    const [backfill] = await settings<BackfillView[]>('backfills');
    expect(backfill).toMatchObject({ state: 'done', done: backfill?.total, skipped: [] });
  });

  it('delays a refresh for as long as Jira asks', async () => {
    const incident = [...host.jira.state.issues.values()].find(({ key }) => key.startsWith('SUP-'));
    host.forge.switches.eventDelayMs = 5_000;
    const { status } = await host
      .actAs(people.admin.accountId)
      .put(`/rest/api/3/issue/${incident?.key}`, { fields: { summary: 'Busy' } });
    expect(status).toBe(204);
    const before = host.invocations().length;
    busy(1, 120);
    host.clock.moveBy(5_000);
    await host.settle();
    expect(runsOf('refresh-issue', before)).toEqual([{ statuses: [429], error: undefined }]);
    const job = host.forge
      .jobs()
      .find(({ body }) => (body as { issueIds?: string[] }).issueIds?.[0] === incident?.id);
    expect((job?.dueAt ?? 0) - host.clock.now()).toBeGreaterThan(100_000);
    host.clock.moveBy(120_000);
    await host.settle();
    expect(runsOf('refresh-issue', before)).toHaveLength(2);
  });

  it('is told to whoever looks, in words', async () => {
    busy(1, 120);
    await expect(inPage('load', {})).resolves.toMatchObject({
      ok: true,
      body: { ok: false, problem: { code: 'busy', text: expect.stringContaining('120') } },
    });
  });
});
