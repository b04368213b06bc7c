import { askForPass } from '../../../src/usecases/order/passes/ask-for-pass';
import { issuePass } from '../../../src/usecases/order/passes/issue-pass';
import { revokePass } from '../../../src/usecases/order/passes/revoke-pass';
import { anIssue, idOf, ordered } from '../../builders/issues';
import { aDepartment, NOW } from '../../builders/order-world';
import { HOUR, idIn, move, panel, REQUEST, VIRT, worldOf } from '../../builders/pass-world';

describe('issuePass', () => {
  it.each(['tam', 'deputy', 'oleg'])('lets %s through who answers for it (D33)', async (who) => {
    const world = worldOf(who);
    await expect(issuePass(world.env, VIRT, REQUEST)).resolves.toMatchObject({ ok: true });
    expect(world.order.passes).toMatchObject([
      {
        ...{ issueId: VIRT, gate: 'start', tokens: [idOf('NET-12')], issuedBy: who },
        ...{ reason: 'The client agreed', clientProjectId: 'id-ACME' },
        ...{ issuedAt: NOW, expiresAt: NOW + 24 * HOUR, usedAt: null },
      },
    ]);
    expect(world.audited).toMatchObject([{ act: 'order.issuePass', actorAccountId: who }]);
    expect(world.pushed).toEqual([`${VIRT} in 0 s`]);
  });

  it.each(['engineer', 'manager'])('refuses it to %s', async (who) => {
    const world = worldOf(who);
    await expect(issuePass(world.env, VIRT, REQUEST)).resolves.toMatchObject({
      problem: { code: 'notAllowed' },
    });
    expect(world.order.passes).toEqual([]);
  });

  it('refuses it to a Jira administrator and to the lead of another department', async () => {
    const world = worldOf('anna');
    world.isJiraAdmin = true;
    world.departments = [
      { ...aDepartment('NET', 'Network'), leadAccountId: 'anna' },
      aDepartment('VIRT', 'Virtualisation'),
    ];
    await expect(issuePass(world.env, VIRT, REQUEST)).resolves.toMatchObject({
      problem: { code: 'notAllowed' },
    });
  });

  it('lets the lead of the Jira project through where no TAM and no lead answers for it', async () => {
    const world = worldOf('peter');
    world.projects.length = 0;
    world.epics.length = 0;
    world.departments = [];
    world.projectLeads.set('p-VIRT', 'peter');
    expect((await panel(world)).order).toMatchObject({ refused: ['start'], mayPass: true });
    await askForPass(world.env, VIRT, { gate: 'start', reason: 'The client is waiting' });
    expect([...world.told.values()].map(({ accountId }) => accountId)).toEqual(['peter']);
    expect(await issuePass(world.env, VIRT, REQUEST)).toMatchObject({ ok: true });
    expect(await move(world)).toEqual({ allowed: true });
  });

  it('gives him nothing where somebody does', async () => {
    const world = worldOf('peter');
    world.projectLeads.set('p-VIRT', 'peter');
    expect((await panel(world)).order).toMatchObject({ mayPass: false });
    const answer = await issuePass(world.env, VIRT, REQUEST);
    expect(answer).toMatchObject({ problem: { code: 'notAllowed' } });
  });

  it('gives the TAM no way past the gate without one (D35)', async () => {
    const world = worldOf('tam');
    expect((await move(world)).allowed).toBe(false);
    await issuePass(world.env, VIRT, REQUEST);
    expect((await move(world)).allowed).toBe(true);
    expect((await move(world)).allowed).toBe(false);
  });

  it.each([
    ['  ten chars!  ', true],
    ['  nine ch  ', false],
    ['😀😀😀😀😀😀😀😀😀😀', true],
    ['😀😀😀😀😀', false],
  ])('counts the reason "%s" by code points without the spaces around: %s', async (reason, ok) => {
    const world = worldOf();
    const answer = await issuePass(world.env, VIRT, { ...REQUEST, reason });
    expect(answer.ok).toBe(ok);
    if (!ok)
      expect(answer).toMatchObject({
        problem: { fields: { reason: expect.stringContaining('10') } },
      });
  });

  it('ends with the end of a date where the viewer lives, at most 90 days on', async () => {
    const world = worldOf();
    const until = (date: string) =>
      issuePass(world.env, VIRT, { ...REQUEST, until: { kind: 'date', date } });
    await expect(until('2026-11-22')).resolves.toMatchObject({ problem: { fields: {} } });
    await expect(until('2027-03-01')).resolves.toMatchObject({ problem: { fields: {} } });
    await expect(until('2026-11-25')).resolves.toMatchObject({ ok: true });
    const end = Date.parse('2026-11-26T00:00:00Z');
    expect(world.order.passes.map(({ expiresAt }) => expiresAt)).toEqual([end]);
  });

  it('is refused where nothing is refused, and where a pass is there already', async () => {
    const world = worldOf();
    await issuePass(world.env, VIRT, REQUEST);
    await expect(issuePass(world.env, VIRT, REQUEST)).resolves.toMatchObject({
      problem: { code: 'conflict' },
    });
    expect(world.order.passes).toHaveLength(1);
    world.issues = ordered([anIssue('VIRT-7')], []);
    world.order.passes = [];
    await expect(issuePass(world.env, VIRT, REQUEST)).resolves.toMatchObject({
      problem: { code: 'conflict' },
    });
    await expect(issuePass(world.env, VIRT, { ...REQUEST, gate: 'finish' })).resolves.toMatchObject(
      { problem: { code: 'conflict' } },
    );
  });

  it('issues one of two that are issued at the same moment, and tells the other (D33)', async () => {
    const world = worldOf();
    const answers = await Promise.all([
      issuePass(world.env, VIRT, REQUEST),
      issuePass(world.env, VIRT, { ...REQUEST, reason: 'The same, in other words' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      problem: {
        code: 'conflict',
        text: expect.stringContaining('Somebody else has issued a pass'),
      },
    });
    expect(world.order.passes).toHaveLength(1);
    expect(world.audited.filter(({ act }) => act === 'order.issuePass')).toHaveLength(1);
  });

  it('covers a blocker that the viewer may not see, as the rule does (D4)', async () => {
    const world = worldOf();
    world.hidden = ['NET-12'];
    await issuePass(world.env, VIRT, REQUEST);
    expect((await move(world)).allowed).toBe(true);
  });
});

describe('revokePass', () => {
  it('is told when the pass was used meanwhile, or belongs to another issue', async () => {
    const world = worldOf();
    await issuePass(world.env, VIRT, REQUEST);
    await expect(revokePass(world.env, idOf('NET-12'), idIn(world))).resolves.toMatchObject({
      problem: { code: 'conflict' },
    });
    await move(world);
    await expect(revokePass(world.env, VIRT, idIn(world))).resolves.toMatchObject({
      problem: { code: 'conflict' },
    });
  });

  it('is for those who may issue one', async () => {
    const world = worldOf();
    await issuePass(world.env, VIRT, REQUEST);
    world.viewerId = 'engineer';
    await expect(revokePass(world.env, VIRT, idIn(world))).resolves.toMatchObject({
      problem: { code: 'notAllowed' },
    });
  });
});

describe('askForPass', () => {
  const ASK = { gate: 'start', reason: 'The client is on the phone' } as const;

  it('tells the TAM and the lead why, once, and shows it until a pass answers it', async () => {
    const world = worldOf('engineer');
    await expect(askForPass(world.env, VIRT, ASK)).resolves.toMatchObject({ ok: true });
    await expect(askForPass(world.env, VIRT, ASK)).resolves.toMatchObject({
      problem: { code: 'conflict' },
    });
    expect([...world.told.values()].map(({ accountId, line }) => [accountId, line])).toEqual(
      ['tam', 'oleg'].map((who) => [
        who,
        'Name of engineer asks for a pass for VIRT-7: The client is on the phone',
      ]),
    );
    expect((await move(world)).allowed).toBe(false);
    world.viewerId = 'tam';
    expect((await panel(world)).order?.asks).toMatchObject([
      { gate: 'start', by: 'Name of engineer', reason: 'The client is on the phone' },
    ]);
    await issuePass(world.env, VIRT, REQUEST);
    expect((await panel(world)).order?.asks).toEqual([]);
  });

  it('is answered by mail when the pass is issued, to whoever asked and not to the issuer', async () => {
    const world = worldOf('engineer');
    await askForPass(world.env, VIRT, ASK);
    await askForPass(world.env, VIRT, { ...ASK, reason: 'The client has called again' });
    world.told.clear();
    world.viewerId = 'tam';
    await askForPass(world.env, VIRT, ASK);
    world.told.clear();
    await issuePass(world.env, VIRT, REQUEST);
    expect([...world.told.values()].map(({ accountId, line }) => [accountId, line])).toEqual([
      ['engineer', 'There is a pass for VIRT-7 now. Name of tam: The client agreed'],
    ]);
  });

  it('needs the right to edit the issue, a reason, and something to ask for', async () => {
    const world = worldOf('engineer');
    await expect(askForPass(world.env, VIRT, { ...ASK, reason: 'please' })).resolves.toMatchObject({
      problem: { code: 'invalid' },
    });
    world.readOnly = [VIRT];
    await expect(askForPass(world.env, VIRT, ASK)).resolves.toMatchObject({
      problem: { code: 'notAllowed' },
    });
    world.readOnly = [];
    world.issues = ordered([anIssue('VIRT-7')], []);
    await expect(askForPass(world.env, VIRT, ASK)).resolves.toMatchObject({
      problem: { code: 'conflict' },
    });
    expect(world.told.size).toBe(0);
  });
});
