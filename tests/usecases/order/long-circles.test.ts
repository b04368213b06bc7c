import { judgeTransition } from '../../../src/usecases/order/rule/judge-transition';
import { anIssue, ordered, status } from '../../builders/issues';
import { OrderWorld } from '../../builders/order-world';

/** NET-1 blocks NET-2 blocks ... blocks NET-1, and nobody has looked at any of them yet. */
function aCircle(length: number): OrderWorld {
  const world = new OrderWorld();
  const keys = Array.from({ length }, (_, index) => `NET-${index + 1}`);
  world.issues = ordered(
    keys.map((key) => anIssue(key)),
    keys.map((key, index) => [key, keys[(index + 1) % length] ?? '']),
  );
  return world;
}

const start = (world: OrderWorld) =>
  judgeTransition(world.env, {
    ...{ issueKey: 'NET-1', toStatusId: status('inProgress').id, mover: { kind: 'unknown' } },
    gates: ['start', 'finish'],
  });

describe('D1: a circle that nobody has looked at yet', () => {
  it.each([2, 3, 4, 5])('lets a member of %i start, by three reads at most', async (length) => {
    const world = aCircle(length);
    expect(await start(world)).toEqual({ allowed: true });
    expect(world.calls.filter((call) => call.includes('listIssues')).length).toBeLessThan(4);
  });

  it('holds a member of a longer one until it was looked at', async () => {
    const world = aCircle(8);
    expect((await start(world)).allowed).toBe(false);
    await world.order.saveNearIds(
      'NET-1',
      world.issues.map(({ id }) => id),
    );
    expect(await start(world)).toEqual({ allowed: true });
  });
});
