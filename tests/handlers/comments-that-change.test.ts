import { engineer, MONDAY_NOON, newIncident, settleAll } from '../builders/incidents-on-host';
import { setUpDemo } from '../host/company/set-up-demo';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

jest.setTimeout(60_000);

let host: Host;
const MINUTE = 60_000;

beforeAll(async () => {
  // P1 is to be answered in 15 minutes around the clock.
  host = await startHost({ at: MONDAY_NOON });
  await setUpDemo(host);
}, 120_000);

afterAll(() => host?.stop());

afterEach(() => {
  host.forge.switches.loseEvents = 0;
  expect(host.forge.unknownCalls).toEqual([]);
  expect(host.jira.unknownCalls).toEqual([]);
});

const written = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

async function reported(): Promise<string> {
  const { id } = await newIncident(host);
  await settleAll(host);
  return id;
}

type WireComment = { id: string; created: string; updated: string };

async function say(issueId: string, visibility?: object): Promise<WireComment> {
  const { status, body } = await host
    .actAs(engineer.accountId)
    .post(`/rest/api/3/issue/${issueId}/comment`, {
      body: written('We are on it.'),
      ...(visibility === undefined ? {} : { visibility }),
    });
  expect(status).toBe(201);
  return body as WireComment;
}

async function edit(issueId: string, { id }: WireComment): Promise<WireComment> {
  const { status, body } = await host
    .actAs(engineer.accountId)
    .put(`/rest/api/3/issue/${issueId}/comment/${id}`, { body: written('We are on it!') });
  expect(status).toBe(200);
  return body as WireComment;
}

const STAFF = { type: 'group', identifier: 'staff' };

async function responseOf(issueId: string) {
  const [row] = await host.forge.query(
    `SELECT state, stopped_at, source FROM sla_cycle WHERE issue_id = ? AND clock = 'response'`,
    [issueId],
  );
  const stopped = row?.stopped_at == null ? null : Number(row.stopped_at);
  return { state: row?.state, stoppedAt: stopped, source: row?.source };
}

describe('the first response, told by events', () => {
  it('is a note at the time at which it was made public, where its event came', async () => {
    const issueId = await reported();
    const note = await say(issueId, STAFF);
    await settleAll(host);
    expect(await responseOf(issueId)).toMatchObject({ state: 'running', stoppedAt: null });
    host.clock.moveBy(5 * MINUTE);
    const published = await edit(issueId, note);
    await settleAll(host);
    expect(Date.parse(published.updated) - Date.parse(note.created)).toBeGreaterThanOrEqual(
      5 * MINUTE,
    );
    expect(await responseOf(issueId)).toEqual({
      state: 'met',
      stoppedAt: Date.parse(published.updated),
      source: 'observed',
    });
  });

  it('is that note at the time at which it was written, where its event was lost', async () => {
    const issueId = await reported();
    host.forge.switches.loseEvents = 1;
    const note = await say(issueId, STAFF);
    await settleAll(host);
    host.forge.switches.loseEvents = 0;
    host.clock.moveBy(5 * MINUTE);
    await edit(issueId, note);
    await settleAll(host);
    expect(await responseOf(issueId)).toMatchObject({ stoppedAt: Date.parse(note.created) });
  });

  it('is an edited comment at the time at which it was written', async () => {
    const issueId = await reported();
    const comment = await say(issueId);
    await settleAll(host);
    host.clock.moveBy(5 * MINUTE);
    await edit(issueId, comment);
    await settleAll(host);
    expect(await responseOf(issueId)).toMatchObject({ stoppedAt: Date.parse(comment.created) });
  });

  it('is a deleted comment that was seen, and none that was not', async () => {
    const issueId = await reported();
    const path = `/rest/api/3/issue/${issueId}/comment`;
    const seen = await say(issueId);
    await settleAll(host);
    expect((await host.actAs(engineer.accountId).delete(`${path}/${seen.id}`)).status).toBe(204);
    await settleAll(host);
    expect(await responseOf(issueId)).toEqual({
      state: 'met',
      stoppedAt: Date.parse(seen.created),
      source: 'observed',
    });

    const other = await reported();
    host.forge.switches.loseEvents = 1;
    const unseen = await say(other);
    host.forge.switches.loseEvents = 0;
    await host.actAs(engineer.accountId).delete(`/rest/api/3/issue/${other}/comment/${unseen.id}`);
    const before = host.invocations().length;
    await settleAll(host);
    const heard = host.invocations().slice(before);
    expect(heard.filter(({ functionKey }) => functionKey === 'issue-changed-fn')).toHaveLength(1);
    expect(await responseOf(other)).toMatchObject({ state: 'running', stoppedAt: null });
  });
});
