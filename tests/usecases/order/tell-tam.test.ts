import type { IssueLink } from '../../../src/core/issue';
import { setOrder } from '../../../src/usecases/order/decisions/set-order';
import { refreshOrder } from '../../../src/usecases/order/follow/refresh-order';
import { anIssue, idOf, ordered } from '../../builders/issues';
import { OrderWorld } from '../../builders/order-world';

const [NET, VIRT] = [idOf('NET-12'), idOf('VIRT-7')];

/** NET-12 and VIRT-7, epics of ACME, in this order. */
function worldWith(pairs: readonly [string, string][]): OrderWorld {
  const world = new OrderWorld();
  world.addProject({}, ['NET-12', 'VIRT-7']);
  link(world, pairs);
  return world;
}

function link(world: OrderWorld, pairs: readonly [string, string][]): void {
  world.issues = ordered([anIssue('NET-12'), anIssue('VIRT-7')], pairs);
}

const linesTo = (world: OrderWorld, who: string) =>
  [...world.told.values()].filter(({ accountId }) => accountId === who).map(({ line }) => line);

const withLeads = (world: OrderWorld) => {
  world.departments = world.departments.map((each) => ({
    ...each,
    leadAccountId: each.projectKey === 'NET' ? 'lead of NET' : null,
  }));
};

describe('a circle that no TAM answers for (D1)', () => {
  const pairs: [string, string][] = [
    ['NET-12', 'VIRT-7'],
    ['VIRT-7', 'NET-12'],
  ];

  it('is told once to the lead of each department on it, else of its Jira project', async () => {
    const world = new OrderWorld();
    withLeads(world);
    world.issues = ordered([anIssue('NET-12'), anIssue('VIRT-7')], pairs);
    world.projectLeads.set('p-VIRT', 'oleg');
    for (const id of [NET, VIRT, NET, VIRT]) await refreshOrder(world.env, id);
    const said = (key: string) => expect.stringContaining(`${key} stands on a circle`);
    expect(linesTo(world, 'lead of NET')).toEqual([said('NET-12')]);
    expect(linesTo(world, 'oleg')).toEqual([said('VIRT-7')]);
  });
});

describe('the TAM is told', () => {
  it('of a circle, once for all that stand on it (D1)', async () => {
    const world = worldWith([['NET-12', 'VIRT-7']]);
    for (const id of [NET, VIRT]) await refreshOrder(world.env, id);
    expect(linesTo(world, 'tam')).toEqual([]);
    link(world, [
      ['NET-12', 'VIRT-7'],
      ['VIRT-7', 'NET-12'],
    ]);
    for (const id of [NET, VIRT, NET, VIRT]) await refreshOrder(world.env, id);
    const circles = linesTo(world, 'tam').filter((line) => line.includes('circle'));
    expect(circles).toHaveLength(1);
    expect(circles[0]).toMatch(/ stands on a circle: its issues wait for each other, so none /);
  });

  it('of the same circle again when another link closes it anew (D1)', async () => {
    const closed: [string, string][] = [
      ['NET-12', 'VIRT-7'],
      ['VIRT-7', 'NET-12'],
    ];
    const world = worldWith(closed);
    const lookAtBoth = async () => {
      for (const id of [NET, VIRT, NET, VIRT]) await refreshOrder(world.env, id);
      return linesTo(world, 'tam').filter((line) => line.includes('circle')).length;
    };
    expect(await lookAtBoth()).toBe(1);
    link(world, [['NET-12', 'VIRT-7']]);
    expect(await lookAtBoth()).toBe(1);
    link(world, closed);
    const renewed = ({ id, ...rest }: IssueLink) => ({ ...rest, id: `${id} again` });
    world.issues = world.issues.map((one) => ({ ...one, links: one.links.map(renewed) }));
    expect(await lookAtBoth()).toBe(2);
  });

  it('of a link that he had set and that somebody took away (D6)', async () => {
    const world = worldWith([]);
    await setOrder(world.env, VIRT, { successorId: VIRT, blockerId: NET });
    link(world, [['NET-12', 'VIRT-7']]);
    await refreshOrder(world.env, VIRT);
    link(world, []);
    await refreshOrder(world.env, VIRT);
    await refreshOrder(world.env, VIRT);
    expect(linesTo(world, 'tam')).toEqual([
      'A link that orders VIRT-7 was removed, or its other issue deleted. The TAM panel can restore the link.',
    ]);
  });

  it('of no link that nobody had set in the panel', async () => {
    const world = worldWith([['NET-12', 'VIRT-7']]);
    await refreshOrder(world.env, VIRT);
    link(world, []);
    await refreshOrder(world.env, VIRT);
    expect(linesTo(world, 'tam')).toEqual([]);
  });
});
