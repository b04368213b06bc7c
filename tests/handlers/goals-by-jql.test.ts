import type { PanelView } from '../../src/contract/tam-panel';
import { MONDAY_NOON, newIncident, settleAll } from '../builders/incidents-on-host';
import { asker } from '../host/company/ask';
import { backfill } from '../host/company/backfill';
import { priority } from '../host/company/catalogue';
import { people } from '../host/company/people';
import { createClientProject, registerDepartments } from '../host/company/set-up-app';
import type { Host } from '../host/host';
import { CLIENT_FIELD } from '../host/jira/state/defaults';
import { startHost } from '../host/start-host';

jest.setTimeout(60_000);

const { admin, tam, manager } = people;
const HOUR = 3_600_000;
const hours = ['09:00-18:00'];

/** Mon-Fri 09-18 in Moscow; BETA's incidents have 2 h, urgent ones that are marked 1 h. */
const policy = (goals: readonly object[]) => ({
  ...{ key: 'tiers', name: 'Tiers', version: 1, effectiveFrom: '2026-01-01' },
  select: 'project = SUP AND issuetype = Incident',
  calendars: [
    {
      ...{ key: 'office', name: 'Office', timeZone: 'Europe/Moscow' },
      week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
    },
  ],
  clocks: { resolution: { goals: [...goals, { target: '4h', calendar: 'office' }] } },
});
const GOALS = [
  { when: { jql: 'labels = vip AND priority = P1' }, target: '1h', calendar: 'office' },
  { when: { jql: 'Client = "BETA"' }, target: '2h', calendar: 'office' },
];

let host: Host;
let clientProjectId: string;

const settings = () => asker(host, 'tam-settings', { as: admin.accountId });
const save = (goals: readonly object[]) =>
  settings()('savePolicy', { text: JSON.stringify(policy(goals)) });

beforeAll(async () => {
  host = await startHost({ at: MONDAY_NOON });
  await registerDepartments(host, admin.accountId, () => true);
  await save(GOALS);
  const project = { key: 'BETA', name: 'Shop', client: 'BETA', incidentsJql: '' };
  clientProjectId = await createClientProject(host, project, tam.accountId, manager.accountId);
}, 120_000);

afterAll(async () => {
  expect(host.jira.unknownCalls).toEqual([]);
  await host.stop();
});

const edit = async (key: string, fields: object) => {
  const answer = await host.actAs(admin.accountId).put(`/rest/api/3/issue/${key}`, { fields });
  expect(answer.status).toBe(204);
  await settleAll(host);
};

/** Target and due of the resolution: in the panel, and as stored. */
async function goalOf({ id, key }: { id: string; key: string }) {
  const ask = asker(host, 'tam-panel', { as: tam.accountId, issueKey: key });
  const { sla } = await ask<PanelView>('load', {});
  const clock = sla?.clocks.find((each) => each.clock === 'resolution');
  const [row] = await host.forge.query(
    'SELECT target_ms, input_hash FROM sla_cycle WHERE issue_id = ? AND clock = ?',
    [id, 'resolution'],
  );
  expect(Number(row?.target_ms)).toBe(clock?.targetMs);
  const created = host.jira.state.issues.get(id)?.created ?? 0;
  const due = Date.parse(clock?.dueAt ?? '') - Number(new Date(created));
  return { targetMs: clock?.targetMs, dueAfterMs: due, hash: row?.input_hash };
}

describe('goals by JQL in the app', () => {
  it('are those of a field that never changed, asked for by its name', async () => {
    const beta = await newIncident(host, { client: 'BETA', level: priority.P2 });
    const acme = await newIncident(host, { client: 'ACME', level: priority.P2 });
    await settleAll(host);
    expect(await goalOf(beta)).toMatchObject({ targetMs: 2 * HOUR, dueAfterMs: 2 * HOUR });
    expect(await goalOf(acme)).toMatchObject({ targetMs: 4 * HOUR, dueAfterMs: 4 * HOUR });
  });

  it('change in flight with the label and the priority, and carry what had elapsed', async () => {
    const issue = await newIncident(host, { client: 'BETA', level: priority.P2 });
    await settleAll(host);
    await edit(issue.key, { labels: ['shop', 'vip'] });
    expect(await goalOf(issue)).toMatchObject({ targetMs: 2 * HOUR });
    await edit(issue.key, { priority: { id: priority.P1 } });
    expect(await goalOf(issue)).toMatchObject({ targetMs: HOUR, dueAfterMs: HOUR });
    await edit(issue.key, { labels: ['shop'] });
    expect(await goalOf(issue)).toMatchObject({ targetMs: 2 * HOUR, dueAfterMs: 2 * HOUR });
  });

  it('are the same for a backfill, which looks the field’s name up once', async () => {
    const issue = await newIncident(host, { client: 'BETA', level: priority.P2 });
    await settleAll(host);
    const before = await goalOf(issue);
    const from = host.invocations().length;
    await backfill(host, admin.accountId, clientProjectId);
    expect(await goalOf(issue)).toEqual(before);
    const steps = host.invocations().slice(from);
    const asked = steps.map(
      ({ jiraCalls }) => jiraCalls.filter(({ path }) => path.endsWith('/field')).length,
    );
    expect(Math.max(...asked)).toBe(1);
  });

  it('are refused when Jira does not know the field, and the goal is named', async () => {
    const odd = { when: { jql: 'Tier = Gold' }, target: '1h', calendar: 'office' };
    await expect(save([odd])).rejects.toThrow(
      /clocks\.resolution\.goals\[0\]\.when\.jql: Field 'Tier' does not exist/,
    );
  });

  it('stand beside conditions on fields, which have to be there as well', async () => {
    const paused = (name: string) => {
      const { clocks, ...others } = policy(GOALS);
      const pause = [{ field: { name, is: ['ACME'] }, reason: 'vendor' }];
      const text = JSON.stringify({
        ...others,
        clocks: { resolution: { ...clocks.resolution, pause } },
      });
      return settings()('savePolicy', { text });
    };
    await expect(paused('Cleint')).rejects.toThrow(
      /clocks\.resolution\.pause\[0\]\.field: Field 'Cleint' does not exist/,
    );
    await expect(paused('Client')).resolves.toBeDefined();
    await expect(paused(CLIENT_FIELD)).resolves.toBeDefined();
    await expect(paused('components')).resolves.toBeDefined();
  });

  it('are refused when no history can answer, before Jira is asked', async () => {
    const odd = { when: { jql: 'updated < startOfDay()' }, target: '1h', calendar: 'office' };
    await expect(save([odd])).rejects.toThrow(
      /goals\[0\]\.when\.jql: the past of "updated" is not known; a goal may ask priority/,
    );
  });
});
