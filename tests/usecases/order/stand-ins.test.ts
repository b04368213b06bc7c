import { lookAtChange } from '../../../src/usecases/order/follow/look-at-change';
import { refreshOrder } from '../../../src/usecases/order/follow/refresh-order';
import { anIssue, blockedBy, idOf, status } from '../../builders/issues';
import { OrderWorld } from '../../builders/order-world';

const duplicates = { typeId: '10002', typeName: 'Duplicate' };
const closed = { status: status('done'), resolution: { id: '2', name: 'Duplicate' } };
const waiting = ['VIRT-7', 'VIRT-8', 'BCK-3'];

/** NET-12 was closed as a duplicate of NET-1; VIRT-7, VIRT-8 and BCK-3 are linked behind it. */
function worldOf(): OrderWorld {
  const world = new OrderWorld();
  const original = anIssue('NET-1');
  const duplicate = anIssue('NET-12', closed);
  const end = { id: 'dup', ...duplicates };
  world.issues = [
    { ...original, links: [{ ...end, end: 'inward', other: duplicate }] },
    { ...duplicate, links: [{ ...end, end: 'outward', other: original }] },
    ...waiting.map((key) => anIssue(key, { links: [blockedBy(duplicate, { id: `l-${key}` })] })),
  ];
  return world;
}

const ended = (key: string) => ({ issueId: idOf(key), project: null, fields: ['status'] });

describe('the end of an original that stands in no order itself (D10)', () => {
  it('has all looked at that wait for it, seen in the same moment', async () => {
    const world = worldOf();
    await Promise.all(waiting.map((key) => refreshOrder(world.env, idOf(key))));
    world.pushed.length = 0;
    await lookAtChange(world.env, ended('NET-1'), null);
    const asked = world.pushed.flatMap((one) => one.replace(/ in \d+ s$/, '').split(' '));
    expect(asked.sort()).toEqual(waiting.map(idOf).sort());
  });

  it('is nothing to anybody where nobody waits for it, or something else has changed', async () => {
    const world = worldOf();
    await refreshOrder(world.env, idOf('VIRT-7'));
    world.pushed.length = 0;
    await lookAtChange(world.env, ended('NET-12'), null);
    await lookAtChange(world.env, { ...ended('NET-1'), fields: ['summary'] }, null);
    expect(world.pushed).toEqual([]);
  });
});
