import { createClientProject } from '../../src/usecases/projects/create-client-project';
import { linkEpic } from '../../src/usecases/projects/link-epic';
import { openClientProject } from '../../src/usecases/projects/open-client-project';
import { saveClientProject } from '../../src/usecases/projects/save-client-project';
import { anIssue } from '../builders/issues';
import { OrderWorld } from '../builders/order-world';

const form = {
  name: 'Web platform',
  client: 'Acme Ltd',
  tamAccountId: 'tam',
  deputyAccountIds: ['deputy'],
  viewerAccountIds: ['manager'],
  policyKey: null,
  incidentsJql: '',
  countsHidden: false,
};

const administrator = (): OrderWorld => {
  const world = new OrderWorld();
  world.viewerId = 'boss';
  world.administersTam = true;
  return world;
};

describe('createClientProject', () => {
  it('stores version 1 and writes down who created it', async () => {
    const world = administrator();
    expect(await createClientProject(world.env, { ...form, key: 'ACME' })).toEqual({
      ok: true,
      value: 'new-id',
    });
    expect(world.projects).toMatchObject([{ id: 'new-id', key: 'ACME', version: 1 }]);
    expect(world.audited).toMatchObject([{ act: 'createClientProject', actorAccountId: 'boss' }]);
  });

  it('refuses a key that is taken, beside the field', async () => {
    const world = administrator();
    world.addProject();
    expect(await createClientProject(world.env, { ...form, key: 'ACME' })).toMatchObject({
      problem: {
        code: 'invalid',
        text: expect.not.stringContaining('ACME'),
        fields: { key: 'The key ACME is taken. Choose another one.' },
      },
    });
  });

  it.each([
    [{ incidentsJql: 'nosuch = 1' }, 'incidentsJql', 'nosuch'],
    [{ tamAccountId: 'nobody' }, 'tamAccountId', 'Jira does not know this person.'],
    [{ deputyAccountIds: ['nobody'] }, 'deputyAccountIds', 'does not know'],
    [{ policyKey: 'gold' }, 'policyKey', 'There is no contract gold.'],
    [{ client: '' }, 'client', 'Fill this in.'],
  ])('refuses %j beside the field', async (change, field, text) => {
    const world = administrator();
    expect(await createClientProject(world.env, { ...form, key: 'ACME', ...change })).toMatchObject(
      {
        problem: { fields: { [field]: expect.stringContaining(text) } },
      },
    );
    expect(world.projects).toEqual([]);
  });

  it('refuses a TAM without the permission "Administer TAM"', async () => {
    const world = new OrderWorld();
    expect(await createClientProject(world.env, { ...form, key: 'ACME' })).toMatchObject({
      problem: { code: 'notAllowed' },
    });
  });
});

describe('saveClientProject', () => {
  const edit = { ...form, clientProjectId: 'id-ACME', version: 1 };
  const save = (world: OrderWorld, change: object = {}) =>
    saveClientProject(world.env, { ...edit, ...change });

  it('keeps the key and counts the version up', async () => {
    const world = new OrderWorld();
    world.addProject();
    expect((await save(world, { name: 'New name' })).ok).toBe(true);
    expect(world.projects).toMatchObject([{ key: 'ACME', name: 'New name', version: 2 }]);
  });

  it('overwrites nothing that somebody else saved meanwhile', async () => {
    const world = new OrderWorld();
    world.addProject({ version: 2, name: 'Theirs' });
    expect(await save(world)).toMatchObject({ problem: { code: 'conflict' } });
    expect(world.projects).toMatchObject([{ name: 'Theirs', version: 2 }]);
  });

  it('lets figures count what their reader may not browse, and writes down who allowed it', async () => {
    const world = new OrderWorld();
    world.addProject();
    expect((await save(world, { countsHidden: true })).ok).toBe(true);
    expect(world.projects).toMatchObject([{ countsHidden: true }]);
    expect(world.audited).toMatchObject([
      { act: 'editClientProject', actorAccountId: 'tam', detail: { countsHidden: true } },
    ]);
    world.viewerId = 'manager';
    const edit = { countsHidden: false, version: 2 };
    expect(await save(world, edit)).toMatchObject({ problem: { code: 'notAllowed' } });
  });

  it('lets nobody but "Administer TAM" name another TAM', async () => {
    const world = new OrderWorld();
    world.addProject();
    const change = { tamAccountId: 'friend' };
    expect(await save(world, change)).toMatchObject({
      problem: { text: 'Naming another TAM needs the permission "Administer TAM".' },
    });
    world.administersTam = true;
    expect((await save(world, change)).ok).toBe(true);
  });

  it('does not stumble over a deputy whom Jira has forgotten', async () => {
    const world = new OrderWorld();
    world.addProject({ deputyAccountIds: ['nobody'] });
    expect((await save(world, { deputyAccountIds: ['nobody'] })).ok).toBe(true);
  });
});

describe('openClientProject', () => {
  it.each([
    ['tam', true, true],
    ['deputy', true, true],
    ['manager', true, false],
    ['engineer', false, false],
  ])('%s: sees %s, manages %s', async (viewerId, sees, mayManage) => {
    const world = new OrderWorld();
    world.addProject();
    world.viewerId = viewerId;
    const opened = await openClientProject(world.env, 'id-ACME');
    expect(opened.ok).toBe(sees);
    if (opened.ok) expect(opened.value.mayManage).toBe(mayManage);
  });

  it.each([
    ['gold', [], true],
    ['gold', ['id-ACME'], false],
    [null, [], false],
  ])('contract %s, histories read %j: lacks its history %s', async (policyKey, read, lacks) => {
    const world = new OrderWorld();
    world.addProject({ policyKey });
    const sla = { ...world.env.sla, listReadHistories: async () => new Set(read) };
    const opened = await openClientProject({ ...world.env, sla }, 'id-ACME');
    expect(opened).toMatchObject({ value: { lacksHistory: lacks } });
  });

  it('does not tell one that is not there from one that he may not see', async () => {
    const world = new OrderWorld();
    world.addProject();
    world.viewerId = 'engineer';
    const answers = [
      await openClientProject(world.env, 'id-ACME'),
      await openClientProject(world.env, '1'),
    ];
    const problem = {
      code: 'notFound',
      text: 'There is no such client project, or you have no access to it.',
    };
    expect(answers).toEqual([
      { ok: false, problem },
      { ok: false, problem },
    ]);
  });
});

describe('linkEpic', () => {
  const link = (world: OrderWorld, issueKey: string) =>
    linkEpic(world.env, { clientProjectId: 'id-ACME', issueKey });

  it('says where an issue is linked already', async () => {
    const world = new OrderWorld();
    world.issues = [anIssue('NET-12')];
    world.addProject();
    world.addProject({ key: 'BETA' }, ['NET-12']);
    expect(await link(world, 'NET-12')).toMatchObject({
      problem: { code: 'conflict', text: expect.stringContaining('BETA') },
    });
  });

  it('changes nothing the second time', async () => {
    const world = new OrderWorld();
    world.issues = [anIssue('NET-12')];
    world.addProject();
    expect([(await link(world, 'NET-12')).ok, (await link(world, 'NET-12')).ok]).toEqual([
      true,
      true,
    ]);
    expect([world.epics.length, world.audited.length]).toEqual([1, 1]);
  });

  it('does not tell a hidden issue from one that does not exist', async () => {
    const world = new OrderWorld();
    world.issues = [anIssue('NET-12')];
    world.hidden = ['NET-12'];
    world.addProject();
    const words = 'does not exist, or you may not see it.';
    for (const key of ['NET-12', 'NET-99']) {
      expect(await link(world, key)).toMatchObject({ problem: { text: `${key} ${words}` } });
    }
  });
});
