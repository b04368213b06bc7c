import type { Issue } from '../../../src/core/issue';
import { refreshOrder } from '../../../src/usecases/order/follow/refresh-order';
import { anIssue, idOf, ordered, status } from '../../builders/issues';
import { OrderWorld } from '../../builders/order-world';

const VIRT = idOf('VIRT-7');
const WONT_DO = { id: '10001', name: "Won't Do" };

/** VIRT-7 of ACME waits for NET-12 and for BCK-3, whose department is not open to all. */
function aWorld(): OrderWorld {
  const world = new OrderWorld();
  world.addProject({}, ['NET-12', 'VIRT-7']);
  world.issues = ordered(
    ['NET-12', 'BCK-3', 'VIRT-7'].map((key) => anIssue(key)),
    [
      ['NET-12', 'VIRT-7'],
      ['BCK-3', 'VIRT-7'],
    ],
  );
  return world;
}

function change(world: OrderWorld, key: string, to: Partial<Issue>): void {
  world.issues = world.issues.map((issue) => ({
    ...issue,
    ...(issue.key === key ? to : {}),
    links: issue.links.map((link) =>
      link.other.key === key ? { ...link, other: { ...link.other, ...stub(to) } } : link,
    ),
  }));
}

const stub = ({ status: its }: Partial<Issue>) => (its === undefined ? {} : { status: its });

const heard = (world: OrderWorld) =>
  [...world.told.values()].map(({ accountId, line }) => `${accountId}: ${line}`);

describe('the TAM is asked', () => {
  it('once about a blocker that was cancelled (D10)', async () => {
    const world = aWorld();
    await refreshOrder(world.env, VIRT);
    expect(heard(world)).toEqual([]);
    change(world, 'NET-12', { status: status('done'), resolution: WONT_DO });
    await refreshOrder(world.env, VIRT);
    const asked = [
      "tam: VIRT-7 waited for NET-12 (Network), which was closed as Won't Do. Confirm in the TAM panel that nobody need wait for it, or plan anew.",
    ];
    expect(heard(world)).toEqual(asked);
    world.told.clear();
    await refreshOrder(world.env, VIRT);
    expect(heard(world)).toEqual([]);
  });

  it('about a blocker that was archived while open, without its key where it is hidden (D27)', async () => {
    const world = aWorld();
    world.language = 'ru';
    await refreshOrder(world.env, VIRT);
    change(world, 'BCK-3', { isArchived: true });
    await refreshOrder(world.env, VIRT);
    await refreshOrder(world.env, VIRT);
    expect(heard(world)).toEqual([
      'tam: VIRT-7 ждёт: 1 задача (Backup) — в архиве, хотя не закрыта, и неизвестно, будет ли сделана. Снимите связь или верните задачу из архива.',
    ]);
  });

  it('not at all about work that runs', async () => {
    const world = aWorld();
    change(world, 'VIRT-7', { status: status('done') });
    change(world, 'NET-12', { status: status('done'), resolution: WONT_DO });
    await refreshOrder(world.env, VIRT);
    expect(heard(world)).toEqual([]);
  });
});
