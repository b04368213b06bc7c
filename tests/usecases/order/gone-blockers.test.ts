import { instant } from '../../../src/core/time';
import { noticeLinkChange } from '../../../src/usecases/notice-link-change';
import { lookAtChange } from '../../../src/usecases/order/follow/look-at-change';
import { refreshOrder } from '../../../src/usecases/order/follow/refresh-order';
import { anIssue, BLOCKS, idOf, ordered } from '../../builders/issues';
import { NOW, OrderWorld } from '../../builders/order-world';

const [NET, BCK, VIRT] = [idOf('NET-12'), idOf('BCK-3'), idOf('VIRT-7')];
const oleg = { accountId: 'oleg', name: 'Oleg', avatarUrl: null };

/** NET-12 and BCK-3, whose department is not open to all, block Oleg's VIRT-7. */
async function aWorld(): Promise<OrderWorld> {
  const world = new OrderWorld();
  world.issues = ordered(
    [anIssue('NET-12'), anIssue('BCK-3'), anIssue('VIRT-7', { assignee: oleg })],
    [
      ['NET-12', 'VIRT-7'],
      ['BCK-3', 'VIRT-7'],
    ],
  );
  for (const id of [NET, BCK, VIRT]) await refreshOrder(world.env, id);
  return world;
}

/** As Jira is after a deletion: no issue, and no links to it. */
function remove(world: OrderWorld, ...ids: readonly string[]): void {
  world.issues = world.issues
    .filter(({ id }) => !ids.includes(id))
    .map((issue) => ({
      ...issue,
      links: issue.links.filter(({ other }) => !ids.includes(other.id)),
    }));
}

/** The event of a deletion, twice. */
async function tell(world: OrderWorld, issueId: string, by: string | null): Promise<void> {
  const change = { issueId, project: null, fields: [], deletion: { by } };
  for (let time = 0; time < 2; time += 1) {
    const place = world.orderStates.states.get(issueId) ?? null;
    await lookAtChange(world.env, change, place);
  }
}

/** What whoever waited hears once it has settled. */
async function heard(world: OrderWorld): Promise<readonly string[]> {
  await refreshOrder(world.env, VIRT);
  world.now = instant(NOW + 60_000);
  await refreshOrder(world.env, VIRT);
  return [...world.told.values()].map(({ accountId, line }) => `${accountId}: ${line}`);
}

const audited = (world: OrderWorld) =>
  world.audited
    .filter(({ act }) => /deleted|vanished|unlinked/.test(act))
    .map(({ act, actorAccountId, issueId }) => `${act} ${issueId} by ${actorAccountId}`);

describe('a blocker that is gone', () => {
  it('D5: is told with who deleted it, by key only where everybody may know that', async () => {
    const world = await aWorld();
    remove(world, NET, BCK);
    await tell(world, NET, 'ivan');
    await tell(world, BCK, 'ivan');
    expect(await heard(world)).toEqual([
      'oleg: VIRT-7 may start. 1 item in Backup was deleted by Name of ivan. NET-12 was deleted by Name of ivan.',
    ]);
    expect(audited(world)).toEqual([
      `order.deleted ${NET} by ivan`,
      `order.deleted ${BCK} by ivan`,
    ]);
  });

  it('D5: is told in Russian on a Russian site', async () => {
    const world = await aWorld();
    world.language = 'ru';
    remove(world, NET, BCK);
    await tell(world, NET, 'ivan');
    await tell(world, BCK, null);
    expect(await heard(world)).toEqual([
      'oleg: VIRT-7 можно начинать. Удалено: 1 задача (Backup), кем — неизвестно. Удалено: NET-12, кем: Name of ivan.',
    ]);
  });

  it('D5: is told without a name where the event names nobody, or somebody unknown', async () => {
    const world = await aWorld();
    remove(world, NET, BCK);
    await tell(world, NET, 'nobody');
    await tell(world, BCK, null);
    expect(await heard(world)).toEqual([
      'oleg: VIRT-7 may start. 1 item in Backup was deleted; it is not known by whom. NET-12 was deleted; it is not known by whom.',
    ]);
  });

  it('D5: is found by a look without any event, which cannot tell it from a hidden one', async () => {
    const world = await aWorld();
    remove(world, NET, BCK);
    for (const id of [NET, BCK]) await refreshOrder(world.env, id);
    expect((await heard(world))[0]).toContain(
      'NET-12 was deleted, or TAM may not see it any more.',
    );
    expect(audited(world)).toEqual([
      `order.vanished ${NET} by null`,
      `order.vanished ${BCK} by null`,
    ]);
  });

  it('D6: is told with who removed its link, and that the TAM can restore what he had set', async () => {
    const world = await aWorld();
    world.addProject({}, ['NET-12', 'VIRT-7']);
    world.order.plannedIds.set(VIRT, [NET]);
    remove(world, BCK);
    world.issues = world.issues.map((issue) => ({ ...issue, links: [] }));
    const link = { id: '1', ...BLOCKS, sourceId: NET, destinationId: VIRT } as const;
    await noticeLinkChange(world.env, { ...link, by: 'ivan', change: 'deleted' });
    expect(await heard(world)).toEqual([
      'tam: The link to NET-12 was removed by Name of ivan. By plan VIRT-7 was to wait for it. The TAM panel can restore the link.',
      'oleg: VIRT-7 may start. What else stood before it was deleted or is no longer linked. The link to NET-12 was removed by Name of ivan.',
      expect.stringContaining('tam: VIRT-7 may start.'),
    ]);
    expect(audited(world)).toEqual([`order.unlinked ${VIRT} by ivan`]);
  });
});
