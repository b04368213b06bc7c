import type { FrameLocator, Page } from 'playwright-core';
import { gateDone, networkForm, saveHandOvers } from '../host/company/hand-over-form';
import { people } from '../host/company/people';
import { complaintsOf, type Look, sitDown, takePicture } from './support/browser';
import { closeDemo, type Demo, openDemo } from './support/demo';
import { judgeAccess } from './support/judge-access';
import { openPanel } from './support/panel';

jest.setTimeout(120_000);

const ADDRESSES = '10.1.4.0/24\n10.1.5.0/24 <b>spare</b> 🛰️ שלום';
const LACKS =
  "NET-1 can't be finished yet. Hand-over to Virtualisation lacks: VLAN, Addresses. Hand over in the TAM panel.";

describe('a hand-over', () => {
  let demo: Demo;

  beforeAll(async () => {
    demo = await openDemo();
    await saveHandOvers(demo.host, [networkForm]);
    await gateDone(demo.host);
    await demo.host.actAs(people.tam.accountId).post('/rest/api/3/issueLink', {
      type: { name: 'Blocks' },
      inwardIssue: { key: 'NET-1' },
      outwardIssue: { key: 'VIRT-1' },
    });
    await demo.host.settle();
  });
  afterAll(() => closeDemo(demo));

  /** Somebody at an issue, for as long as the deed takes; the page must not complain. */
  async function at(
    issueKey: string,
    accountId: string,
    look: Look,
    deed: (panel: FrameLocator, page: Page) => Promise<void>,
  ): Promise<void> {
    const page = await sitDown(demo.browser, demo.host, accountId, look);
    const complaints = complaintsOf(page);
    await deed(await openPanel(page, demo.host, issueKey), page);
    expect(complaints.filter((line) => !line.includes('400 (Bad Request)'))).toEqual([]);
    await page.context().close();
  }

  const netLead = people.netLead.accountId;
  const engineer = people.virtEngineer.accountId;

  const finish = async (page: Page) => {
    await page.getByRole('button', { name: 'Status: In Progress' }).click();
    await page.getByRole('menuitem', { name: /Done/ }).click();
  };

  it('is asked for when the blocker is to be done, and given in the panel', async () => {
    await at('NET-1', netLead, {}, async (panel, page) => {
      await finish(page);
      await page.getByRole('article').getByRole('alert').getByText(LACKS).waitFor();
      const card = panel.getByRole('article', { name: 'To Virtualisation' });
      await card.getByText('Before this issue can be done, fill in: VLAN, Addresses.').waitFor();
      await takePicture(page, 'hand-over-lacks');
      await card.getByRole('button', { name: 'Hand over…' }).click();
      const form = panel.getByRole('form', { name: 'Hand over to Virtualisation' });
      await form.getByLabel('VLAN').fill('120');
      await form.getByRole('button', { name: 'Hand over' }).click();
      await form.getByText('Fill this in.').waitFor();
      await form.getByLabel('Addresses').fill(ADDRESSES);
      await takePicture(page, 'hand-over-form');
      expect(await judgeAccess(page, 'TAM')).toEqual([]);
      await form.getByRole('button', { name: 'Hand over' }).click();
      await card.getByText('Waits for an answer').waitFor();
      await finish(page);
      await page.getByRole('button', { name: 'Status: Done' }).waitFor();
    });
  });

  it('is read by the next department, and returned with a reason', async () => {
    await demo.host.settle();
    await at('VIRT-1', engineer, { colorMode: 'dark' }, async (panel, page) => {
      const card = panel.getByRole('article', { name: 'From Network' });
      await card.getByText('10.1.5.0/24 <b>spare</b>').waitFor();
      await card.getByText('Waits for you').waitFor();
      await takePicture(page, 'hand-over-waits-dark');
      expect(await judgeAccess(page, 'TAM')).toEqual([]);
      await card.getByRole('button', { name: 'Return…' }).press('Enter');
      const form = panel.getByRole('form', { name: 'Return to Network' });
      await form.getByLabel('What is missing or wrong').fill('No gw');
      await form.getByRole('button', { name: 'Return' }).click();
      await form.getByText('Write at least 10 characters.').waitFor();
      await form.getByLabel('What is missing or wrong').fill('The gateway is missing');
      await form.getByRole('button', { name: 'Return' }).click();
      await card.getByText('Returned', { exact: true }).waitFor();
      await panel.getByText('Waiting', { exact: true }).first().waitFor();
      await takePicture(page, 'hand-over-returned-dark');
      expect(await judgeAccess(page, 'TAM')).toEqual([]);
    });
  });

  it('is shown to the sender with the reason, and given again', async () => {
    await at('NET-1', netLead, { locale: 'ru-RU' }, async (panel, page) => {
      const card = panel.getByRole('article', { name: 'В отдел Virtualisation' });
      await card.getByText('The gateway is missing').first().waitFor();
      await takePicture(page, 'hand-over-returned-ru');
      await card.getByRole('button', { name: 'Передать снова…' }).click();
      const form = panel.getByRole('form', { name: 'Передача в отдел Virtualisation' });
      await form.getByLabel('Anything else').fill('Gateway 10.1.4.1');
      await form.getByRole('button', { name: 'Передать' }).click();
      await card.getByText('Ждёт ответа').waitFor();
      expect(await judgeAccess(page, 'TAM')).toEqual([]);
    });
  });

  it('is accepted by keyboard, and its rounds can be unfolded', async () => {
    await at('VIRT-1', engineer, {}, async (panel, page) => {
      const card = panel.getByRole('article', { name: 'From Network' });
      await card.getByText('Gateway 10.1.4.1').first().waitFor();
      await card.getByRole('button', { name: 'Accept' }).press('Enter');
      await card.getByText('Accepted', { exact: true }).waitFor();
      await card.getByText('History').click();
      expect(await card.getByRole('listitem').count()).toBe(4);
      await takePicture(page, 'hand-over-accepted');
      expect(await judgeAccess(page, 'TAM')).toEqual([]);
      await panel.getByText('Ready', { exact: true }).first().waitFor();
    });
  });
});
