import { instant } from '../../../src/core/time';
import { listProjectPasses } from '../../../src/usecases/order/passes/list-project-passes';
import type { StoredPass } from '../../../src/usecases/ports/order-ports';
import { anIssue, idOf } from '../../builders/issues';
import { NOW, OrderWorld } from '../../builders/order-world';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Good for a day; `ago`: ms before now. */
function aPass(id: string, key: string, ago: number, changes: Partial<StoredPass> = {}) {
  const pass: StoredPass = {
    ...{ id, issueId: idOf(key), gate: 'start', tokens: [], clientProjectId: 'id-ACME' },
    ...{ issuedBy: 'tam', reason: `Reason of ${id}`, usedAt: null },
    ...{ issuedAt: instant(NOW - ago), expiresAt: instant(NOW - ago + DAY) },
    ...{ revokedAt: null, revokedBy: null },
    ...changes,
  };
  return pass;
}

/** VIRT-7 in the open, BCK-3 hidden from the viewer; as in the store, the oldest pass first. */
function worldOf(passes: readonly StoredPass[], viewerId = 'manager'): OrderWorld {
  const world = new OrderWorld();
  world.addProject();
  world.issues = [anIssue('VIRT-7'), anIssue('BCK-3')];
  world.hidden = ['BCK-3'];
  world.viewerId = viewerId;
  world.order.passes = [...passes];
  return world;
}

describe('listProjectPasses', () => {
  it('tells newest first who let what through, why, and what became of it', async () => {
    const world = worldOf([
      aPass('expired', 'VIRT-7', 3 * DAY),
      aPass('revoked', 'VIRT-7', 2 * DAY, {
        ...{ revokedAt: instant(NOW - 40 * HOUR), revokedBy: 'deputy', gate: 'finish' },
      }),
      aPass('used', 'VIRT-7', 30 * HOUR, { usedAt: instant(NOW - 29 * HOUR), issuedBy: 'nobody' }),
      aPass('open', 'VIRT-7', HOUR),
    ]);
    const answer = await listProjectPasses(world.env, 'id-ACME');
    expect(answer).toMatchObject({
      value: {
        hidden: 0,
        passes: [
          {
            ...{ id: 'open', issueKey: 'VIRT-7', gate: 'start', state: 'open' },
            ...{ issuedBy: 'Name of tam', reason: 'Reason of open' },
            issuedAt: '2026-11-23T11:00:00.000Z',
            expiresAt: '2026-11-24T11:00:00.000Z',
          },
          { id: 'used', state: 'used', issuedBy: null, usedAt: '2026-11-22T07:00:00.000Z' },
          {
            ...{ id: 'revoked', state: 'revoked', gate: 'finish', revokedBy: 'Name of deputy' },
            revokedAt: '2026-11-21T20:00:00.000Z',
          },
          { id: 'expired', state: 'expired', expiresAt: '2026-11-21T12:00:00.000Z' },
        ],
      },
    });
    expect(world.order.calls).toEqual(['listPassesOf']);
    expect(world.calls).toEqual(['user listIssues 1']);
  });

  it('counts passes on issues that the viewer may not browse, and names nothing of them', async () => {
    const world = worldOf([aPass('secret', 'BCK-3', DAY), aPass('open', 'VIRT-7', HOUR)]);
    const answer = await listProjectPasses(world.env, 'id-ACME');
    expect(answer).toMatchObject({ value: { hidden: 1, passes: [{ id: 'open' }] } });
    expect(JSON.stringify(answer)).not.toMatch(/BCK|secret/);
  });

  it('looks back 90 days, up to now, and at no other client project', async () => {
    const world = worldOf([
      aPass('too old', 'VIRT-7', 90 * DAY + 1),
      aPass('oldest', 'VIRT-7', 90 * DAY),
      aPass('of another', 'VIRT-7', DAY, { clientProjectId: 'id-BETA' }),
      aPass('of nobody', 'VIRT-7', DAY, { clientProjectId: null }),
      aPass('of now', 'VIRT-7', 0),
    ]);
    const answer = await listProjectPasses(world.env, 'id-ACME');
    expect(answer).toMatchObject({ value: { passes: [{ id: 'of now' }, { id: 'oldest' }] } });
  });

  it('asks Jira nothing where there are no passes', async () => {
    const world = worldOf([]);
    await expect(listProjectPasses(world.env, 'id-ACME')).resolves.toEqual({
      ok: true,
      value: { passes: [], hidden: 0 },
    });
    expect(world.calls).toEqual([]);
  });

  it('is for those who see the client project; to the others it is not there', async () => {
    const world = worldOf([aPass('open', 'VIRT-7', HOUR)], 'engineer');
    const answers = [
      await listProjectPasses(world.env, 'id-ACME'),
      await listProjectPasses(world.env, '1'),
    ];
    expect(answers).toMatchObject([
      { ok: false, problem: { code: 'notFound' } },
      { ok: false, problem: { code: 'notFound' } },
    ]);
    expect(world.order.calls).toEqual([]);
  });
});
