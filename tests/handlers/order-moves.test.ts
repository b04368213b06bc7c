import { OrderOnHost, TO } from '../builders/order-on-host';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import { AUTOMATION_ACCOUNT_ID } from '../host/jira/state/defaults';

const { admin, tam } = people;

jest.setTimeout(60_000);

let order: OrderOnHost;

beforeAll(async () => {
  order = await OrderOnHost.open();
}, 180_000);
afterEach(() => {
  order.host.forge.switches.loseEvents = 0;
  order.host.jira.settings.rateLimitNext.count = 0;
});
afterAll(async () => {
  expect(order.host.jira.unknownCalls).toEqual([]);
  await order.host.stop();
});

describe('a start that the order does not allow', () => {
  it('D16: is refused in a bulk transition, and what may start of it starts', async () => {
    const [, waiting] = await order.pair();
    const free = order.create('VIRT');
    const { body } = await order.rest.post('/rest/api/3/bulk/issues/transition', {
      bulkTransitionInputs: [{ selectedIssueIdsOrKeys: [waiting, free], transitionId: TO.start }],
    });
    await order.host.settle();
    const { taskId } = body as { taskId: string };
    const progress = (await order.get(`bulk/queue/${taskId}`)) as {
      failedAccessibleIssues: Record<string, string[]>;
    };
    expect(progress.failedAccessibleIssues).toEqual({
      [await order.idOf(waiting)]: [expect.stringContaining(`${waiting} can't start yet`)],
    });
    expect([await order.statusOf(waiting), await order.statusOf(free)]).toEqual([
      'To Do',
      'In Progress',
    ]);
  });

  it('D18, D35: is refused to automation and to the TAM as to everybody', async () => {
    const [blocker, waiting] = await order.pair();
    for (const as of [AUTOMATION_ACCOUNT_ID, tam.accountId, admin.accountId]) {
      expect(await order.move(waiting, TO.start, as)).not.toBe('done');
    }
    expect(await order.move(waiting, TO.start, tam.accountId)).toContain(blocker);
  });

  it('D19: is flagged within one event where a trigger went past the rule', async () => {
    const [blocker, waiting] = await order.pair();
    expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
    order.push(waiting, 'In Progress');
    expect(await order.place(waiting)).toBe(`suspect ${blocker}`);
  });

  it('D20: is found by the guard in a team-managed department without the rule', async () => {
    const [blocker, waiting] = await order.pair('NET', 'DESIGN');
    const { transitions } = (await order.get(`issue/${waiting}/transitions`)) as {
      transitions: { id: string; to: { name: string } }[];
    };
    const id = transitions.find(({ to }) => to.name === 'In Progress')?.id ?? '';
    expect(await order.move(waiting, id)).toBe('done');
    expect(await order.place(waiting)).toBe(`suspect ${blocker}`);
  });

  it('D21: is found by the guard on a transition without the rule', async () => {
    const [blocker, waiting] = await order.pair('NET', 'DEV');
    expect(await order.move(waiting, TO.start)).toContain(blocker);
    expect(await order.move(waiting, TO.hotfix)).toBe('done');
    expect(await order.place(waiting)).toBe(`suspect ${blocker}`);
  });

  it('D24: is flagged when a link comes to what was born in progress', async () => {
    const [blocker, running] = [order.create('NET'), order.create('VIRT', 'In Progress')];
    expect(await order.place(running)).toBe('nowhere');
    await order.link(blocker, running);
    expect(await order.place(running)).toBe(`suspect ${blocker}`);
    expect(await order.statusOf(running)).toBe('In Progress');
  });

  it('D43: is refused again after a step back, and its blocker opened again', async () => {
    const [blocker, waiting] = await order.pair();
    order.push(blocker, 'Done');
    expect(await order.move(waiting, TO.start)).toBe('done');
    order.push(waiting, 'To Do');
    expect(await order.move(waiting, TO.start)).toBe('done');
    order.push(waiting, 'To Do');
    order.push(blocker, 'In Progress');
    expect(await order.move(waiting, TO.start)).toContain(blocker);
  });

  it('D44: ends the same whichever of two moves of one moment comes first', async () => {
    const [blocker, waiting] = await order.pair();
    order.push(blocker, 'In Progress');
    const [, started] = await Promise.all([
      order.move(blocker, TO.done),
      order.move(waiting, TO.start),
    ]);
    const isStarted = started === 'done';
    expect(await order.place(waiting)).toBe(isStarted ? 'running' : 'ready');
  });
});

describe('the rule', () => {
  it.each([10, 100, 500])('D29: judges %i blockers, and names the first of them', async (count) => {
    // Nobody is to look at them one by one meanwhile.
    order.host.forge.switches.loseEvents = 1;
    const waiting = order.create('VIRT');
    for (let i = 0; i < count; i += 1) await order.link(order.create('NET'), waiting);
    const from = order.host.invocations().length;
    const text = await order.move(waiting, TO.start);
    expect(text).toMatch(/and \d+ more|\d+ items?/);
    expect([...text].length).toBeLessThanOrEqual(255);
    const [rule] = order.rules(from);
    // A hundred issues come with one read.
    expect(rule?.jiraCalls.length).toBeLessThanOrEqual(count < 100 ? 3 : 3 + count / 100);
  });

  it('D31: lets a start through unjudged while Jira asks for patience, and the guard flags it', async () => {
    const [blocker, waiting] = await order.pair();
    order.host.jira.settings.rateLimitNext = {
      count: 9,
      reason: 'jira-burst-based',
      retryAfterS: 60,
    };
    const path = `/rest/api/3/issue/${waiting}/transitions`;
    const rule = order.rules().length;
    const send = () => order.rest.post(path, { transition: { id: TO.start } });
    let answer = await send();
    // The limit is on everybody: whoever moves it comes again until he is let in.
    while (answer.status === 429) answer = await send();
    order.host.jira.settings.rateLimitNext.count = 0;
    expect(order.rules().length).toBe(rule + 1);
    expect(await order.place(waiting)).toMatch(new RegExp(`^(suspect|waiting) ${blocker}$`));
  });

  it('D48: keeps names of every script apart from markup', async () => {
    const [blocker, waiting] = await order.pair();
    await order.rest.put(`/rest/api/3/issue/${blocker}`, {
      fields: { summary: '<b onload="x">שלום 👩‍💻</b>' },
    });
    const text = await order.move(waiting, TO.start);
    expect(text).toContain(blocker);
    expect(text).not.toMatch(/[<>]/);
  });

  it('D49: speaks the language of the site', async () => {
    const [, waiting] = await order.pair();
    const settings = asker(order.host, 'tam-settings', { as: admin.accountId });
    await settings('saveLanguage', { language: 'ru' });
    expect(await order.move(waiting, TO.start)).toMatch(/[а-я]/);
    await settings('saveLanguage', { language: 'en' });
    expect(await order.move(waiting, TO.start)).toContain("can't start yet");
  });

  it('D32: is switched off by the app before it goes, for Jira would refuse everything', async () => {
    const [, waiting] = await order.pair();
    expect(await order.move(waiting, TO.start)).not.toBe('done');
    await order.host.forge.uninstall();
    expect(await order.move(waiting, TO.start)).toBe('done');
  });
});
