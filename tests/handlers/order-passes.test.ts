import type { PanelView } from '../../src/contract/tam-panel';
import type { ProjectPasses, WorkspaceView } from '../../src/contract/tam-workspace';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import { setUpDemo } from '../host/company/set-up-demo';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

jest.setTimeout(60_000);

const { tam, virtEngineer } = people;

let host: Host;
let key: string;

beforeAll(async () => {
  // A Monday noon in Moscow.
  host = await startHost({ company: 'demo', at: new Date('2026-11-23T09:00:00Z') });
  ({ waiting: key } = await setUpDemo(host));
}, 120_000);

afterAll(async () => {
  expect(host.jira.unknownCalls).toEqual([]);
  await host.stop();
});

const ask = (who: { accountId: string }) =>
  asker(host, 'tam-panel', { as: who.accountId, issueKey: key });

async function move(to: string): Promise<number> {
  const rest = host.actAs(virtEngineer.accountId);
  const path = `/rest/api/3/issue/${key}/transitions`;
  const { transitions } = (await rest.get(path)).body as {
    transitions: { id: string; to: { name: string } }[];
  };
  const id = transitions.find(({ to: { name } }) => name === to)?.id;
  return (await rest.post(path, { transition: { id } })).status;
}

const start = () => move('In Progress');

describe('a pass in Forge SQL', () => {
  it('is asked for, and its TAM sees by whom and why', async () => {
    await ask(virtEngineer)('askForPass', { gate: 'start', reason: 'The client is waiting' });
    const { order } = await ask(tam)<PanelView>('load', {});
    expect(order).toMatchObject({
      refused: ['start'],
      mayPass: true,
      asks: [{ by: 'Oleg Sidorov', reason: 'The client is waiting' }],
    });
  });

  it('lets one of two moves through that come at the same moment, and none after', async () => {
    expect(await start()).toBe(400);
    const view = await ask(tam)<PanelView>('issuePass', {
      gate: 'start',
      reason: 'The client agreed',
      until: { kind: 'hours', hours: 4 },
    });
    expect(view).toMatchObject({
      start: { state: 'ready', flags: [{ kind: 'byPass' }] },
      order: { refused: [], asks: [], passes: [{ state: 'open', issuedBy: 'Ivan Petrov' }] },
    });
    // The other one is refused by the rule, or by Jira because the issue has just moved.
    const [went, other] = (await Promise.all([start(), start()])).sort();
    expect(went).toBe(204);
    expect([400, 409]).toContain(other);
    await host.settle();
    expect(await move('To Do')).toBe(204);
    await host.settle();
    expect(await start()).toBe(400);
    const { order } = await ask(tam)<PanelView>('load', {});
    expect(order).toMatchObject({ refused: ['start'], passes: [{ state: 'used' }] });
  });

  it('is worth nothing once it is taken back or its time is over', async () => {
    const issue = (hours: 1 | 4) =>
      ask(tam)<PanelView>('issuePass', {
        gate: 'start',
        reason: 'Another agreement',
        until: { kind: 'hours', hours },
      });
    const passId = (await issue(1)).order?.passes[0]?.id ?? '';
    const taken = await ask(tam)<PanelView>('revokePass', { passId });
    expect(taken.order?.passes[0]).toMatchObject({ state: 'revoked', revokedBy: 'Ivan Petrov' });
    expect(await start()).toBe(400);
    await issue(1);
    host.clock.moveBy(3_600_000);
    expect(await start()).toBe(400);
    const { order } = await ask(tam)<PanelView>('load', {});
    expect(order?.passes.map(({ state }) => state)).toEqual(['expired', 'revoked', 'used']);
  });

  it("is listed on its client project's page, newest first", async () => {
    const workspace = asker(host, 'tam-workspace', { as: tam.accountId });
    const { projects } = await workspace<WorkspaceView>('load', {});
    const lists = await Promise.all(
      projects.map(({ id }) => workspace<ProjectPasses>('passes', { clientProjectId: id })),
    );
    const { passes } = lists.find((list) => list.passes.length > 0) ?? { passes: [] };
    expect(passes.map(({ issueKey, state }) => `${issueKey} ${state}`)).toEqual([
      ...[`${key} expired`, `${key} revoked`, `${key} used`],
    ]);
    expect(passes[2]).toMatchObject({ issuedBy: 'Ivan Petrov', reason: 'The client agreed' });
  });

  it('refuses payloads of another shape with words', async () => {
    const as = { as: tam.accountId, issueKey: key };
    for (const payload of [
      {},
      { gate: 'middle', reason: 'The client agreed', until: { kind: 'hours', hours: 1 } },
      { gate: 'start', reason: 'The client agreed', until: { kind: 'hours', hours: 9 } },
    ]) {
      await expect(host.invoke('tam-panel', 'issuePass', payload, as)).resolves.toMatchObject({
        ok: false,
        problem: { code: 'invalid' },
      });
    }
  });

  it('answers what comes before and behind, when somebody wants to know', async () => {
    const answer = await ask(tam)<{ roots: { keys: string[] } }>('orderQuestions', {});
    expect(answer.roots.keys).toHaveLength(1);
  });
});
