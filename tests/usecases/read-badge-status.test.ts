import type { Status } from '../../src/core/issue';
import { readBadgeStatus } from '../../src/usecases/screens/read-badge-status';
import { anIssue, idOf, ordered, status } from '../builders/issues';
import { OrderWorld } from '../builders/order-world';

const badgeOf = (virt: Status, net: Status) => {
  const world = new OrderWorld();
  world.issues = ordered(
    [anIssue('NET-12', { status: net }), anIssue('VIRT-7', { status: virt })],
    [['NET-12', 'VIRT-7']],
  );
  return readBadgeStatus(world.env, idOf('VIRT-7'));
};

describe('readBadgeStatus', () => {
  it.each([
    ['todo', 'inProgress', { label: 'Waits for NET-12', type: 'moved' }],
    ['todo', 'done', { label: 'Ready', type: 'success' }],
    ['inProgress', 'done', { label: 'Running', type: 'inprogress' }],
    // Purple, as everywhere: red is for what has cost the client something.
    ['inProgress', 'todo', { label: 'Out of order', type: 'new' }],
  ] as const)('shows %s behind %s in the colour of its state', async (virt, net, badge) => {
    await expect(badgeOf(status(virt), status(net))).resolves.toEqual(badge);
  });
});
