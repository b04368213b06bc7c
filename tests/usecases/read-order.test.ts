import { readOrderSetup } from '../../src/usecases/order/read/read-order-site';
import { openClientProject } from '../../src/usecases/projects/open-client-project';
import { loadDepartment } from '../../src/usecases/screens/load-department';
import { aboutOne, readOrder } from '../../src/usecases/screens/read-order';
import { readStart } from '../../src/usecases/screens/read-start';
import { anIssue, idOf, ordered } from '../builders/issues';
import { OrderWorld } from '../builders/order-world';

/** NET-12 waits for MON-1, which nobody but the app may browse, and for VIRT-7. */
const waiting = (): OrderWorld => {
  const world = new OrderWorld();
  world.issues = ordered(
    [anIssue('NET-12'), anIssue('MON-1'), anIssue('VIRT-7')],
    [
      ['MON-1', 'NET-12'],
      ['VIRT-7', 'NET-12'],
    ],
  );
  world.hidden = ['MON-1'];
  return world;
};

/** A Jira that shows the key and status of a linked issue also to somebody who may not browse it. */
const showingStubs = (world: OrderWorld): OrderWorld => {
  world.stubsOfHidden = 'shown';
  return world;
};

const start = async (world: OrderWorld, key: string) => {
  const setup = await readOrderSetup(world.env);
  const order = await readOrder(world.env, aboutOne(idOf(key)), setup);
  const [issue] = order.seen;
  if (issue === undefined) throw new Error(`${key} is hidden`);
  return readStart(world.env, issue, order, setup);
};

describe.each([
  ['leaves out links to hidden issues', waiting],
  ['shows links to hidden issues', () => showingStubs(waiting())],
])('the order, when Jira %s', (_, world) => {
  it('names to a viewer the blockers that he has read himself, and counts the others', async () => {
    const shown = await start(world(), 'NET-12');
    expect(shown).toMatchObject({
      state: 'waiting',
      waitsFor: [{ key: 'VIRT-7' }],
      hidden: [{ count: 1 }],
    });
    expect(JSON.stringify(shown)).not.toContain('MON-1');
  });

  it('does so on the page of a department', async () => {
    const own = world();
    own.addProject({}, ['NET-12']);
    const page = await loadDepartment(own.env, 'p-NET');
    expect(page).toMatchObject({
      value: { waiting: [{ waitsFor: [{ key: 'VIRT-7' }], hidden: [{ count: 1 }] }] },
    });
    expect(JSON.stringify(page)).not.toContain('MON-1');
  });

  it('does so in the workspace, for blockers that are no epics of the client project', async () => {
    const own = world();
    own.addProject({}, ['NET-12']);
    const page = await openClientProject(own.env, 'id-ACME');
    expect(JSON.stringify(page)).toContain(
      '"hiddenWaits":[{"department":"another project","count":1}]',
    );
    expect(JSON.stringify(page)).not.toContain('MON-1');
  });
});

describe('a circle of four', () => {
  const circle = (): OrderWorld => {
    const world = new OrderWorld();
    world.issues = ordered(
      ['NET-1', 'NET-2', 'MON-3', 'NET-4'].map((key) => anIssue(key)),
      [
        ['NET-1', 'NET-2'],
        ['NET-2', 'MON-3'],
        ['MON-3', 'NET-4'],
        ['NET-4', 'NET-1'],
      ],
    );
    return world;
  };

  it('is shown to whoever may browse all of it (D1)', async () => {
    expect(await start(circle(), 'NET-1')).toMatchObject({
      state: 'ready',
      cycle: ['NET-1', 'NET-2', 'MON-3', 'NET-4', 'NET-1'],
    });
  });

  it('is shown without the name of what he may not browse', async () => {
    const world = showingStubs(circle());
    world.hidden = ['MON-3'];
    const shown = await start(world, 'NET-1');
    expect(shown).toMatchObject({
      state: 'ready',
      cycle: ['NET-1', 'NET-2', "an item you can't see", 'NET-4', 'NET-1'],
    });
    expect(JSON.stringify(shown)).not.toContain('MON-3');
  });
});

describe('the reads of an order', () => {
  it('are four when blockers stand elsewhere, two when only successors do', async () => {
    const world = waiting();
    await start(world, 'NET-12');
    expect(world.calls).toEqual([
      'user listIssues 1',
      'app listIssues 1',
      'app listIssues 2',
      'user listIssues 2',
    ]);
    world.calls.length = 0;
    await start(world, 'VIRT-7');
    expect(world.calls).toEqual(['user listIssues 1', 'app listIssues 1']);
  });

  it('ask SQL for passes where something is refused, and for nothing else', async () => {
    const world = waiting();
    await start(world, 'VIRT-7');
    expect(world.order.calls).toEqual([]);
    await start(world, 'NET-12');
    expect(world.order.calls).toEqual(['readReleases']);
  });
});
