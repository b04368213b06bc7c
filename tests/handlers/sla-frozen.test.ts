import type { LedgerView } from '../../src/contract/ledger';
import type { RecountView } from '../../src/contract/sla-acts';
import type { PanelView } from '../../src/contract/tam-panel';
import type { ClockView } from '../../src/contract/views';
import {
  engineer,
  type Made,
  MONDAY_NOON,
  newIncident,
  settleAll,
} from '../builders/incidents-on-host';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import { setUpDemo } from '../host/company/set-up-demo';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

jest.setTimeout(60_000);

const MINUTE = 60_000;
let host: Host;

beforeAll(async () => {
  host = await startHost({ at: MONDAY_NOON });
  await setUpDemo(host);
}, 120_000);

afterAll(() => host?.stop());

afterEach(() => {
  expect(host.forge.unknownCalls).toEqual([]);
  expect(host.jira.unknownCalls).toEqual([]);
});

/** Id of the comment. */
async function answer(key: string): Promise<string> {
  const text = { type: 'text', text: 'We are on it.' };
  const { body } = await host.actAs(engineer.accountId).post(`/rest/api/3/issue/${key}/comment`, {
    body: { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [text] }] },
  });
  return (body as { id: string }).id;
}

const panelOf = (issueKey: string) =>
  asker(host, 'tam-panel', { as: people.tam.accountId, issueKey });

const responseOf = async (key: string): Promise<ClockView | undefined> =>
  (await panelOf(key)<PanelView>('load', {})).sla?.clocks.find(({ clock }) => clock === 'response');

const ledgersOf = (issueId: string) =>
  host.forge.query(
    'SELECT clock, cycle_no, frozen_at, intervals FROM sla_ledger WHERE issue_id = ?',
    [issueId],
  );

describe('a verdict that is frozen', () => {
  let incident: Made;
  let comment: string;

  // Around the clock, P1: an answer within 15 minutes. It comes after ten, and is deleted later.
  beforeAll(async () => {
    incident = await newIncident(host);
    await settleAll(host);
    const created = Date.parse((await responseOf(incident.key))?.startedAt ?? '');
    host.clock.moveTo(created + 10 * MINUTE);
    comment = await answer(incident.key);
    await settleAll(host);
  });

  it('keeps its ledger beside it', async () => {
    const [ledger, ...others] = await ledgersOf(incident.id);
    expect(others).toEqual([]);
    const [, cutAt, labels, [ms]] = JSON.parse(String(ledger?.intervals));
    expect([ledger?.clock, cutAt, labels]).toEqual(['response', null, [['queue', 'SUP']]]);
    expect(Math.round((ms ?? 0) / MINUTE)).toBe(10);
  });

  it('is shown as it was told, by the one read of the issue, when its answer is deleted', async () => {
    const told = await responseOf(incident.key);
    expect(told).toMatchObject({ state: 'met', frozen: { isOtherwise: false, stateNow: 'met' } });
    host.clock.moveBy(20 * MINUTE);
    await host
      .actAs(engineer.accountId)
      .delete(`/rest/api/3/issue/${incident.key}/comment/${comment}`);
    await settleAll(host);
    const before = host.invocations().at(-1)?.id ?? 0;
    const now = await responseOf(incident.key);
    expect(now).toEqual({
      ...told,
      frozen: { ...told?.frozen, isOtherwise: true, stateNow: 'breached' },
    });
    const [load] = host.invocations(before).filter(({ moduleKey }) => moduleKey === 'tam-panel');
    const read = load?.sql.map(({ statement }) => statement) ?? [];
    expect(read.filter((statement) => statement.includes('sla_cycle'))).toHaveLength(1);
    expect(read.filter((statement) => statement.includes('sla_ledger'))).toEqual([]);
  });

  it('can be compared with what Jira says now', async () => {
    const found = await panelOf(incident.key)<RecountView[]>('recompute', {
      clientProjectId: (await panelOf(incident.key)<PanelView>('load', {})).sla?.clientProjectId,
      by: 'own',
    });
    expect(found).toMatchObject([{ clock: 'response', state: 'breached', because: 'recompute' }]);
    // What was a stop after ten minutes goes on in the queue.
    expect(found[0]?.changes).toMatchObject([
      { frozen: null, now: { kind: 'queue', name: expect.any(String) } },
    ]);
    const { recounts } = await panelOf(incident.key)<LedgerView>('explain', {});
    expect(recounts).toEqual(found);
    expect(await responseOf(incident.key)).toMatchObject({ state: 'met' });
    expect(await ledgersOf(incident.id)).toHaveLength(1);
  });
});
