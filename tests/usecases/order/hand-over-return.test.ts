import { DEFAULT_SITE } from '../../../src/core/order/policy/order-site';
import { refreshOrder } from '../../../src/usecases/order/follow/refresh-order';
import {
  accept,
  acts,
  aWorld,
  done,
  give,
  lines,
  NET,
  sendBack,
  set,
  start,
  VIRT,
} from '../../builders/hand-over-world';

describe('a returned hand-over', () => {
  const returned = async () => {
    const world = aWorld();
    await give(world);
    set(world, done(), {});
    await sendBack(world, 1);
    return world;
  };

  it('closes the start gate of the successor until it is given again', async () => {
    const world = await returned();
    expect(await start(world)).toBe(
      "VIRT-7 can't start yet. It waits for NET-12 (Network, Done, but the hand-over was returned). Urgent? Ask for a pass in the TAM panel.",
    );
    await give(world, 2);
    expect(await start(world)).toBe('allowed');
  });

  it('holds nobody back once it was accepted after all', async () => {
    const world = await returned();
    await accept(world, 2);
    expect(await start(world)).toBe('allowed');
  });

  it('holds nobody back by a hint that is behind, nor when the form is gone', async () => {
    const world = await returned();
    const hint = world.order.hints.get(VIRT);
    await give(world, 2);
    if (hint !== undefined) world.order.hints.set(VIRT, hint);
    expect(await start(world)).toBe('allowed');
    const other = await returned();
    other.order.site = DEFAULT_SITE;
    expect(await start(other)).toBe('allowed');
  });

  it('is told to the sender and, with the reason, put before the TAM', async () => {
    const world = aWorld();
    world.addProject({}, ['NET-12', 'VIRT-7']);
    await give(world);
    await sendBack(world, 1);
    const line =
      'NET-12: Virtualisation returned the hand-over (VIRT-7): The gateway is missing. Until it is given again, they wait for you.';
    expect(lines(world).slice(-2)).toEqual([`anna: ${line}`, `tam: ${line}`]);
    expect(acts(world)).toEqual(['order.handOver.give', 'order.handOver.return']);
  });

  it('is shown by the next look at the successor, which has to wait again', async () => {
    const world = await returned();
    await refreshOrder(world.env, VIRT);
    expect(world.orderStates.states.get(VIRT)).toMatchObject({ state: 'waiting', waitsFor: [NET] });
  });

  it('needs a reason of ten characters, spaces around it not counted', async () => {
    const world = aWorld();
    await give(world);
    const answer = await sendBack(world, 1, '  no good   ');
    expect(answer).toMatchObject({
      ok: false,
      problem: { fields: { reason: expect.any(String) } },
    });
    expect(world.order.handOvers[0]?.state).toBe('given');
  });

  it('is not possible for work that is done', async () => {
    const world = aWorld();
    await give(world);
    set(world, done(), done());
    expect(await sendBack(world, 1)).toMatchObject({ ok: false, problem: { code: 'conflict' } });
  });
});
