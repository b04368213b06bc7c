import { instant } from '../../../src/core/time';
import { refreshOrder } from '../../../src/usecases/order/follow/refresh-order';
import {
  accept,
  aWorld,
  done,
  facts,
  give,
  lines,
  load,
  NET,
  set,
  VIRT,
} from '../../builders/hand-over-world';
import { NOW } from '../../builders/order-world';

describe('giving a hand-over', () => {
  it('asks for every required field, and for no more than 1,000 characters in one', async () => {
    const answer = await give(aWorld(), 0, { vlan: ' ', addresses: '😀'.repeat(1001) });
    expect(answer).toMatchObject({
      ok: false,
      problem: {
        code: 'invalid',
        fields: { vlan: 'Fill this in.', addresses: expect.any(String) },
      },
    });
  });

  it("is told to the successor's people, and both ends are looked at", async () => {
    const world = aWorld();
    await give(world);
    expect(lines(world)).toEqual([
      'oleg: VIRT-7: Network hands over (NET-12): VLAN: 120; addresses: 10.1.4.0/24. Accept or return it in the TAM panel.',
    ]);
    expect(world.pushed).toEqual([`${NET} ${VIRT} in 0 s`, `clocks of ${VIRT} in 0 s`]);
  });

  it('is for whoever may edit the issue', async () => {
    const world = aWorld();
    world.readOnly = [NET];
    expect(await give(world)).toMatchObject({ ok: false, problem: { code: 'notAllowed' } });
    world.readOnly = [VIRT];
    await give(world);
    expect(await accept(world, 1)).toMatchObject({ ok: false, problem: { code: 'notAllowed' } });
  });

  it('is done once from two tabs', async () => {
    const world = aWorld();
    const [first, second] = await Promise.all([
      give(world),
      give(world, 0, { ...facts, note: 'x' }),
    ]);
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
    expect(world.order.handOvers).toHaveLength(1);
    expect(await accept(world, 7)).toMatchObject({ ok: false, problem: { code: 'conflict' } });
  });

  it('is refused where no form or no link asks for it', async () => {
    const world = aWorld({ fromProjectKey: 'BCK' });
    expect(await give(world)).toMatchObject({ ok: false, problem: { code: 'notFound' } });
  });
});

describe('"you may start"', () => {
  it('says what was handed over', async () => {
    const world = aWorld();
    await give(world);
    await refreshOrder(world.env, VIRT);
    set(world, done(), {});
    await refreshOrder(world.env, VIRT);
    world.now = instant(NOW + 60_000);
    await refreshOrder(world.env, VIRT);
    expect(lines(world).at(-1)).toBe(
      'oleg: VIRT-7 may start. Done: NET-12 (Network). Handed over by NET-12: VLAN: 120; addresses: 10.1.4.0/24.',
    );
  });
});

describe('loadHandOvers', () => {
  it('shows both ends what is given and what lacks', async () => {
    const world = aWorld();
    expect(await load(world, NET)).toMatchObject({
      ...{ mayAct: true, takes: [] },
      gives: [{ otherId: VIRT, department: 'Virtualisation', state: 'none', version: 0 }],
    });
    await give(world);
    set(world, done(), {});
    const view = await load(world, VIRT);
    expect(view?.takes).toMatchObject([
      {
        ...{ other: { key: 'NET-12' }, department: 'Network', state: 'given', lacks: [] },
        ...{ doneSince: '2026-11-23T12:00:00.000Z', version: 1, isOver: false },
        fields: [{ text: '120' }, { text: '10.1.4.0/24' }, { text: '' }],
      },
    ]);
  });

  it('names no issue and nobody who works on it where the viewer may not browse it', async () => {
    const world = aWorld();
    await give(world);
    world.hidden = ['NET-12'];
    const view = await load(world, VIRT);
    expect(view?.takes[0]).toMatchObject({ other: null, department: 'Network', doneSince: null });
    expect(view?.takes[0]?.history).toMatchObject([{ kind: 'given', by: null }]);
    expect(view?.takes[0]?.fields[0]?.text).toBe('120');
  });

  it('reads nothing of Jira where no department hands over', async () => {
    const world = aWorld();
    world.order.site = null;
    expect(await load(world, NET)).toBeNull();
    expect(world.calls).toEqual([]);
  });
});
