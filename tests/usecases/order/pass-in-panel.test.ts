import { instant } from '../../../src/core/time';
import { issuePass } from '../../../src/usecases/order/passes/issue-pass';
import { revokePass } from '../../../src/usecases/order/passes/revoke-pass';
import { NOW } from '../../builders/order-world';
import { HOUR, idIn, link, move, panel, REQUEST, VIRT, worldOf } from '../../builders/pass-world';

describe('a pass in the panel', () => {
  it('tells who, when, why and until when, and opens the start', async () => {
    const world = worldOf();
    await issuePass(world.env, VIRT, REQUEST);
    const { start, order } = await panel(world);
    expect(start).toMatchObject({ state: 'ready', waitsFor: [{ key: 'NET-12' }] });
    expect(start?.flags).toMatchObject([{ kind: 'byPass', passId: idIn(world) }]);
    expect(order).toMatchObject({
      refused: [],
      mayPass: true,
      passes: [
        {
          ...{ state: 'open', gate: 'start', issuedBy: 'Name of tam', reason: 'The client agreed' },
          issuedAt: '2026-11-23T12:00:00.000Z',
          expiresAt: '2026-11-24T12:00:00.000Z',
        },
      ],
    });
  });

  it('is worthless once another blocker has come (D34), and a new one can be issued', async () => {
    const world = worldOf();
    await issuePass(world.env, VIRT, REQUEST);
    link(world, ['NET-12', 'BCK-3']);
    const { start, order } = await panel(world);
    expect(start?.state).toBe('waiting');
    expect(order).toMatchObject({ refused: ['start'], passes: [{ state: 'worthless' }] });
    await expect(issuePass(world.env, VIRT, REQUEST)).resolves.toMatchObject({ ok: true });
  });

  it('is used, and the work started by pass; the finish gate asks for its own (D33, D36)', async () => {
    const world = worldOf();
    await issuePass(world.env, VIRT, REQUEST);
    await move(world);
    link(world, ['NET-12'], 'inProgress');
    const { start, order } = await panel(world);
    expect(start).toMatchObject({ state: 'running', flags: [{ kind: 'byPass' }] });
    expect(order?.passes).toMatchObject([{ state: 'used', usedAt: '2026-11-23T12:00:00.000Z' }]);
    await expect(issuePass(world.env, VIRT, REQUEST)).resolves.toMatchObject({
      problem: { code: 'conflict' },
    });
  });

  it('is revoked and expires in words', async () => {
    const world = worldOf();
    await issuePass(world.env, VIRT, REQUEST);
    world.now = instant(NOW + 24 * HOUR);
    expect((await panel(world)).order?.passes).toMatchObject([{ state: 'expired' }]);
    world.now = NOW;
    await expect(revokePass(world.env, VIRT, idIn(world))).resolves.toMatchObject({ ok: true });
    const { order } = await panel(world);
    expect(order?.passes).toMatchObject([{ state: 'revoked', revokedBy: 'Name of tam' }]);
    expect((await move(world)).allowed).toBe(false);
  });
});
