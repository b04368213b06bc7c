import type { BackfillView, SettingsView } from '../../src/contract/tam-settings';
import { MONDAY_NOON, newIncident, settleAll } from '../builders/incidents-on-host';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import { setUpDemo } from '../host/company/set-up-demo';
import type { Host } from '../host/host';
import type { RateLimitReason } from '../host/jira/jira-types';
import { startHost } from '../host/start-host';

jest.setTimeout(60_000);

let host: Host;
let clientProjectId: string;

const MINUTE = 60_000;
const settings = <T>(key: string, payload: object) =>
  asker(host, 'tam-settings', { as: people.admin.accountId })<T>(key, payload);

beforeAll(async () => {
  host = await startHost({ at: MONDAY_NOON });
  await setUpDemo(host);
  await host.settle();
  const { clientProjects } = await settings<SettingsView>('load', {});
  clientProjectId = clientProjects[0]?.id ?? '';
}, 120_000);

afterAll(() => host?.stop());

afterEach(() => {
  expect(host.forge.unknownCalls).toEqual([]);
  expect(host.jira.unknownCalls).toEqual([]);
});

const allVerdicts = async () =>
  JSON.stringify(
    await host.forge.query(
      `SELECT issue_id, client_project_id, clock, cycle_no, state, started_at, stopped_at, due_at,
         frozen_at IS NULL AS is_open, input_hash, calendar_hash FROM sla_cycle ORDER BY 1, 2, 3, 4`,
      [],
    ),
  );

describe('a backfill that Jira sends away', () => {
  it('waits as long as Jira asks and ends in the same rows', async () => {
    await settings('startBackfill', { clientProjectId });
    await settleAll(host);
    const before = await allVerdicts();
    await host.forge.query('DELETE FROM sla_cycle', []);
    expect(await sentAway('jira-quota-global-based', 120)).toMatchObject({ error: null });
    await settleAll(host);
    const [ended] = await settings<BackfillView[]>('backfills', {});
    expect(ended).toMatchObject({ state: 'done', done: ended?.total, skipped: [], error: null });
    expect(await allVerdicts()).toBe(before);
  });

  it('goes on at once after a short burst', async () => {
    expect(await sentAway('jira-burst-based', 1)).toMatchObject({ state: 'done', error: null });
  });
});

/** The backfill after its job was answered 429 once, and has said so by the calls it made. */
async function sentAway(reason: RateLimitReason, retryAfterS: number): Promise<BackfillView> {
  const before = host.invocations().length;
  await settings('startBackfill', { clientProjectId });
  // Only now: opening the page asks Jira too.
  host.jira.settings.rateLimitNext = { count: 1, reason, retryAfterS };
  await host.settle();
  const calls = host
    .invocations()
    .slice(before)
    .flatMap(({ jiraCalls }) => jiraCalls);
  expect(calls.filter(({ status }) => status === 429)).toHaveLength(1);
  const [view] = await settings<BackfillView[]>('backfills', {});
  if (view === undefined) throw new Error('the backfill is gone');
  return view;
}

describe('the warnings of a new incident', () => {
  it('come by mail when three quarters of the goal are used, once, for a few calls', async () => {
    const { policies } = await settings<SettingsView>('load', {});
    const [policy] = policies;
    const rules = {
      ...JSON.parse(policy?.text ?? '{}'),
      warnings: [{ at: '75%', notify: ['tam'] }],
    };
    await settings('savePolicy', { text: JSON.stringify(rules) });
    const saved = await settings<SettingsView>('load', {});
    expect(saved.policies[0]?.versions.map(({ version }) => version)).toEqual([2, 1]);

    const { id, key } = await newIncident(host);
    await settleAll(host);
    const before = host.invocations().length;
    host.jira.state.mails.length = 0;
    // P1: an answer in 15 minutes, around the clock.
    host.clock.moveBy(12 * MINUTE);
    await host.forge.runSchedule('due-warnings');
    await settleAll(host);
    await host.forge.runSchedule('due-warnings');
    const mails = host.jira.state.mails.filter(({ issueKey }) => issueKey === key);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toMatch(/^SUP-\d+ \(BETA\): response due .*75% of the goal used/);
    const runs = host
      .invocations()
      .slice(before)
      .filter(({ functionKey }) => functionKey === 'due-warnings-fn');
    expect(Math.max(...runs.map(({ jiraCalls }) => jiraCalls.length))).toBeLessThanOrEqual(2);
    expect(Math.min(...runs.map(({ sql }) => sql.length))).toBe(1);

    host.clock.moveBy(5 * MINUTE);
    await host.forge.runSchedule('due-warnings');
    await settleAll(host);
    const { body: property } = await host
      .actAs(people.tam.accountId)
      .get(`/rest/api/3/issue/${id}/properties/tam`);
    expect(property).toMatchObject({ value: { slaState: 'breached', slaResponse: 'breached' } });
  });
});
