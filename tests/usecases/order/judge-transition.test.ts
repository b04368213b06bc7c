import type { StatusCategory } from '../../../src/core/issue';
import { judgeTransition } from '../../../src/usecases/order/rule/judge-transition';
import { JiraBusyError } from '../../../src/usecases/ports/jira-busy-error';
import { JiraError } from '../../../src/usecases/ports/jira-error';
import { anIssue, blockedBy, idOf, ordered, status } from '../../builders/issues';
import { aDepartment, OrderWorld } from '../../builders/order-world';

const anna = { accountId: 'anna', name: 'Anna', avatarUrl: null };

const worldWith = (category: StatusCategory): OrderWorld => {
  const world = new OrderWorld();
  world.issues = ordered(
    [
      anIssue('NET-12', { category, assignee: anna, dueDate: '2026-11-24' }),
      anIssue('BCK-3'),
      anIssue('VIRT-7'),
    ],
    [['NET-12', 'VIRT-7']],
  );
  return world;
};

const withBackup = (world: OrderWorld): OrderWorld => {
  world.issues = ordered(
    world.issues.map((issue) => ({ ...issue, links: [] })),
    [
      ['NET-12', 'VIRT-7'],
      ['BCK-3', 'VIRT-7'],
    ],
  );
  return world;
};

const start = (world: OrderWorld, actorAccountId: string | null = null, to = 'inProgress') =>
  judgeTransition(world.env, {
    issueKey: 'VIRT-7',
    toStatusId: status(to as StatusCategory).id,
    mover:
      actorAccountId === null
        ? { kind: 'unknown' }
        : { kind: 'account', accountId: actorAccountId },
    gates: ['start', 'finish'],
  });

const textOf = async (world: OrderWorld, actorAccountId: string | null = null) => {
  const verdict = await start(world, actorAccountId);
  return verdict.allowed ? 'allowed' : verdict.text;
};

const REFUSED =
  "VIRT-7 can't start yet. It waits for NET-12 (Network, In progress, Anna, expected Tue 24 Nov)";

const WAY_OUT = ' Urgent? Ask for a pass in the TAM panel.';

describe('judgeTransition', () => {
  it('refuses a start while the blocker is open, in two reads', async () => {
    const world = worldWith('inProgress');
    expect(await textOf(world)).toBe(`${REFUSED}.${WAY_OUT}`);
    expect(world.calls).toEqual(['app listIssues 1', 'app listIssues 1']);
  });

  it("refuses in the site's language: Forge does not say which one the mover reads", async () => {
    const world = worldWith('inProgress');
    world.language = 'ru';
    expect(await textOf(world)).toContain('VIRT-7 пока нельзя начать.');
  });

  it('allows it once the blocker is done, in one read and without SQL', async () => {
    const world = worldWith('done');
    world.order.nearIds.set('VIRT-7', [idOf('NET-12')]);
    expect(await textOf(world)).toBe('allowed');
    expect(world.calls).toEqual(['app listIssues 2']);
    expect(world.order.calls).toEqual([]);
  });

  it('reads a done blocker once more where nobody has noted that it stands there', async () => {
    const world = worldWith('done');
    expect(await textOf(world)).toBe('allowed');
    expect(world.calls).toEqual(['app listIssues 1', 'app listIssues 1']);
  });

  it.each(['todo', 'done'])('does not gate a move to %s', async (to) => {
    expect(await start(worldWith('todo'), null, to)).toEqual({ allowed: true });
  });

  it('does not gate a move inside In Progress, whatever was linked meanwhile (D22)', async () => {
    const world = worldWith('todo');
    world.issues = world.issues.map((issue) =>
      issue.key === 'VIRT-7' ? { ...issue, status: status('inProgress') } : issue,
    );
    expect(await textOf(world)).toBe('allowed');
  });

  it('lets the members of a circle start (D1)', async () => {
    const world = worldWith('todo');
    world.issues = ordered(
      ['NET-12', 'VIRT-7', 'UNIX-1', 'BCK-3'].map((key) => anIssue(key)),
      [
        ['NET-12', 'VIRT-7'],
        ['VIRT-7', 'UNIX-1'],
        ['UNIX-1', 'BCK-3'],
        ['BCK-3', 'NET-12'],
      ],
    );
    expect(await textOf(world)).toBe('allowed');
  });
});

describe('what a refusal tells', () => {
  it('names only what the mover may browse, if Forge says who moves, in three reads', async () => {
    const world = withBackup(worldWith('inProgress'));
    world.hidden = ['BCK-3'];
    expect(await textOf(world, 'oleg')).toBe(`${REFUSED} and 1 item in Backup.${WAY_OUT}`);
    expect(world.calls).toEqual(['app listIssues 1', 'app listIssues 2', 'app browsableBy 2']);
  });

  it('names a blocker of a closed department to a mover who may browse it', async () => {
    const said = await textOf(withBackup(worldWith('inProgress')), 'oleg');
    expect(said).toContain('BCK-3 (Backup, To do, not assigned)');
  });

  it('names only open departments to a mover whom Forge does not name', async () => {
    const world = withBackup(worldWith('inProgress'));
    expect(await textOf(world)).toBe(`${REFUSED} and 1 item in Backup.${WAY_OUT}`);
  });

  it('never names an issue with a security level to somebody unknown', async () => {
    const world = worldWith('inProgress');
    world.issues = world.issues.map((issue) => ({ ...issue, isRestricted: true }));
    expect(await textOf(world)).toBe(
      `VIRT-7 can't start yet. It waits for 1 item in Network (expected Tue 24 Nov).${WAY_OUT}`,
    );
  });

  it('does not even name the project of a blocker that is in no department', async () => {
    const world = worldWith('inProgress');
    world.departments = [aDepartment('VIRT', 'Virtualisation')];
    expect(await textOf(world)).toBe(
      `VIRT-7 can't start yet. It waits for 1 item elsewhere.${WAY_OUT}`,
    );
  });

  it('falls back to open departments when Jira does not tell about the mover', async () => {
    const world = withBackup(worldWith('inProgress'));
    world.failRightsWith = new JiraError('POST /rest/api/3/permissions/check', 403);
    expect(await textOf(world, 'oleg')).toBe(`${REFUSED} and 1 item in Backup.${WAY_OUT}`);
    expect(world.warnings).toEqual(['rights of the mover unknown']);
  });
});

describe('when Jira does not answer', () => {
  it.each([
    ['is busy', new JiraBusyError(30, 'jira-burst-based')],
    ['fails', new JiraError('GET /rest/api/3/issue/{issueIdOrKey}', 500)],
  ])('allows and logs while Jira %s (D31)', async (_how, error) => {
    const world = worldWith('todo');
    world.failWith = error;
    expect(await textOf(world)).toBe('allowed');
    expect(world.warnings).toEqual(['allowed unjudged']);
  });

  it('allows and logs an issue that the app may not see', async () => {
    const world = new OrderWorld();
    expect(await textOf(world)).toBe('allowed');
    expect(world.warnings).toEqual(['allowed unjudged']);
  });

  it('allows and logs a status that Jira does not list', async () => {
    const world = worldWith('todo');
    const verdict = await judgeTransition(world.env, {
      issueKey: 'VIRT-7',
      toStatusId: '999',
      ...{ mover: { kind: 'unknown' }, gates: ['start'] },
    });
    expect(verdict).toEqual({ allowed: true });
    expect(world.warnings).toEqual(['allowed unjudged']);
  });

  it('does not hide a fault of our own', async () => {
    const world = worldWith('todo');
    world.failWith = new TypeError('x is not a function');
    await expect(textOf(world)).rejects.toThrow('x is not a function');
  });
});

describe('a blocker that was deleted between two reads', () => {
  it('holds nothing back (D5)', async () => {
    const world = new OrderWorld();
    world.issues = [anIssue('VIRT-7', { links: [blockedBy(anIssue('NET-12'))] })];
    expect(await textOf(world)).toBe('allowed');
  });
});
