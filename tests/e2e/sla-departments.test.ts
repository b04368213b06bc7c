import type { SettingsView } from '../../src/contract/tam-settings';
import { asker } from '../host/company/ask';
import { issueType, priority } from '../host/company/catalogue';
import { people, staffByDepartment } from '../host/company/people';
import { CLIENT_FIELD } from '../host/jira/state/defaults';
import { appFrame, complaintsOf, sitDown, takePicture } from './support/browser';
import { closeDemo, type Demo, openDemo } from './support/demo';
import { judgeAccess } from './support/judge-access';
import { openPanel } from './support/panel';

jest.setTimeout(120_000);

const MINUTE = 60_000;
const engineer = staffByDepartment.get('SUP')?.lead ?? people.netLead;

describe('the time of departments', () => {
  let demo: Demo;
  let key: string;

  async function ask<T>(as: string, method: 'get' | 'post', path: string, body?: object) {
    const person = demo.host.actAs(as);
    const answer = method === 'get' ? await person.get(path) : await person.post(path, body);
    expect([path, answer.status < 300]).toEqual([path, true]);
    return answer.body as T;
  }

  async function move(as: string, issueKey: string, name: string): Promise<void> {
    const path = `/rest/api/3/issue/${issueKey}/transitions`;
    type Offer = { transitions: { id: string; to: { name: string } }[] };
    const { transitions } = await ask<Offer>(as, 'get', path);
    const id = transitions.find(({ to }) => to.name === name)?.id;
    await ask(as, 'post', path, { transition: { id } });
  }

  const say = (as: string, text: string) => {
    const content = [{ type: 'paragraph', content: [{ type: 'text', text }] }];
    const body = { type: 'doc', version: 1, content };
    return ask(as, 'post', `/rest/api/3/issue/${key}/comment`, { body });
  };

  async function pass(minutes: number): Promise<void> {
    demo.host.clock.moveBy(minutes * MINUTE);
    await demo.host.settle();
  }

  beforeAll(async () => {
    demo = await openDemo();
    const settings = asker(demo.host, 'tam-settings', { as: people.admin.accountId });
    const { policies } = await settings<SettingsView>('load', {});
    const policy = JSON.parse(policies[0]?.text ?? '{}');
    const goal = (target: string) => ({ goals: [{ target, calendar: 'always' }] });
    const clocks = { ...policy.clocks, nextResponse: goal('1h'), ownership: goal('90m') };
    await settings('savePolicy', { text: JSON.stringify({ ...policy, clocks }) });
    // Support has it for 100 minutes, which are ten too many; it is reopened, and waits for Backup.
    const fields = {
      ...{ project: { key: 'SUP' }, issuetype: { id: issueType.incident } },
      ...{ summary: 'The backups of last night are missing', priority: { id: priority.P1 } },
      [CLIENT_FIELD]: { value: 'BETA' },
    };
    const client = people.betaClient.accountId;
    ({ key } = await ask<{ key: string }>(client, 'post', '/rest/api/3/issue', { fields }));
    await say(engineer.accountId, 'We are on it.');
    await move(engineer.accountId, key, 'In Progress');
    await pass(100);
    await move(engineer.accountId, key, 'Done');
    await pass(20);
    await move(engineer.accountId, key, 'To Do');
    await pass(15);
    const blocker = await ask<{ key: string }>(
      people.backupLead.accountId,
      'post',
      '/rest/api/3/issue',
      {
        fields: {
          ...{ project: { key: 'BACKUP' }, issuetype: { id: issueType.task } },
          summary: 'Restore the catalogue',
        },
      },
    );
    await ask(people.admin.accountId, 'post', '/rest/api/3/issueLink', {
      ...{ type: { name: 'Blocks' }, inwardIssue: { key: blocker.key }, outwardIssue: { key } },
    });
    await say(client, 'How long will it take?');
    await pass(25);
  });
  afterAll(() => closeDemo(demo));

  it.each([
    {
      locale: 'en-US',
      colorMode: 'light',
      table: 'Time with departments',
      ...{ again: 'Support, time 2', blocked: /blocked by Backup/, why: 'Why?' },
      answer: /answer the client by/,
    },
    {
      locale: 'ru-RU',
      colorMode: 'dark',
      table: 'Время по отделам',
      ...{ again: 'Support, 2-й раз', blocked: /Backup/, why: 'Почему?' },
      answer: /ответить клиенту до/,
    },
  ] as const)('stands in the panel below the clocks ($locale, $colorMode)', async (look) => {
    const { locale, colorMode } = look;
    const seat = { locale, colorMode };
    const page = await sitDown(demo.browser, demo.host, people.outsider.accountId, seat);
    const complaints = complaintsOf(page);
    const panel = await openPanel(page, demo.host, key);
    const table = panel.getByRole('region', { name: look.table });
    const rows = table.getByRole('row');
    await rows.filter({ hasText: look.again }).waitFor();
    expect(await rows.count()).toBe(3);
    await panel.getByText(look.answer).waitFor();
    expect(await judgeAccess(page, 'TAM')).toEqual([]);
    await rows.last().scrollIntoViewIfNeeded();
    await takePicture(page, `tam-panel-departments-${colorMode}`);
    await panel.getByRole('button', { name: look.why }).click();
    await panel.getByRole('row').filter({ hasText: look.blocked }).first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are compared when another contract is tried, with whose time it was', async () => {
    const page = await sitDown(demo.browser, demo.host, people.admin.accountId);
    const complaints = complaintsOf(page);
    await page.goto(`${demo.host.url}/admin/tam-settings`);
    const settings = appFrame(page, 'TAM');
    const form = settings.getByRole('form', { name: 'What if another contract held?' });
    await form.getByLabel('Client project').selectOption({ label: 'BETA · Online shop' });
    await form.getByLabel('Months back').fill('1');
    await form.getByLabel('Start from').selectOption({ index: 1 });
    const file = form.getByLabel('The other contract (policy file, JSON)');
    const policy = JSON.parse(await file.inputValue());
    const ownership = { goals: [{ target: '2h', calendar: 'always' }] };
    const clocks = { ...policy.clocks, ownership };
    await file.fill(JSON.stringify({ ...policy, name: 'More time', version: 9, clocks }, null, 2));
    await form.getByRole('button', { name: 'Run' }).click();
    const tallies = settings.getByRole('region', { name: 'How many would be met' });
    await tallies.getByRole('row').filter({ hasText: 'Department’s time' }).waitFor();
    await tallies.getByRole('row').filter({ hasText: 'Next response' }).waitFor();
    const flips = settings.getByRole('region', { name: /^Verdicts that flip/ });
    const mine = flips.getByRole('row').filter({ hasText: key });
    await mine.getByText('Support', { exact: true }).waitFor();
    await mine.getByText('goal 2 h instead of 1 h 30 m').waitFor();
    expect(await judgeAccess(page, 'TAM')).toEqual([]);
    await tallies.scrollIntoViewIfNeeded();
    await takePicture(page, 'tam-settings-simulator-departments');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
