import type { ReadIssue } from '../../../src/core/order/graph/order-issue';
import { listUnread } from '../../../src/core/order/judge/list-unread';
import type { OrderRules } from '../../../src/core/order/policy/order-policy';
import { anIssue, blockedBy, blocks, idOf, status } from '../../builders/issues';
import { orderOf, rulesOf } from '../../builders/judged-order';

const unread = (read: readonly ReadIssue[], rules?: OrderRules) =>
  listUnread(orderOf(read, rules), { issueId: idOf('VIRT-7'), to: status('inProgress') });

const network = anIssue('NET-12');
const done = anIssue('NET-12', { category: 'done' });
const backup = anIssue('BCK-3');

describe('listUnread', () => {
  it('is the issue itself at first', () => {
    expect(unread([])).toEqual({ issueIds: [idOf('VIRT-7')], parentIds: [] });
  });

  it('is nothing for a move through no gate, and for an issue without links', () => {
    const running = anIssue('VIRT-7', { category: 'inProgress', links: [blockedBy(network)] });
    expect(unread([running]).issueIds).toEqual([]);
    expect(unread([anIssue('VIRT-7')]).issueIds).toEqual([]);
  });

  it('is a done blocker, for its resolution', () => {
    const issue = anIssue('VIRT-7', { links: [blockedBy(done), blocks(backup)] });
    expect(unread([issue]).issueIds).toEqual([idOf('NET-12')]);
    expect(unread([issue, done]).issueIds).toEqual([]);
  });

  it('is an open blocker and what waits for the issue, for their circle', () => {
    const issue = anIssue('VIRT-7', { links: [blockedBy(network), blocks(backup)] });
    expect(unread([issue]).issueIds).toEqual([idOf('NET-12'), idOf('BCK-3')]);
    expect(unread([issue, network, backup]).issueIds).toEqual([]);
  });

  it('is the parent, where blockers are handed down', () => {
    const issue = anIssue('VIRT-7', { parentId: idOf('VIRT-1') });
    expect(unread([issue]).issueIds).toEqual([]);
    const inherit = rulesOf({ inherit: { toSubtasks: false, fromEpic: true } });
    expect(unread([issue], inherit).issueIds).toEqual([idOf('VIRT-1')]);
    expect(unread([issue, anIssue('VIRT-1')], inherit).issueIds).toEqual([]);
  });

  it('are the children of an open blocker, where they count', () => {
    const issue = anIssue('VIRT-7', { links: [blockedBy(network)] });
    const rules = rulesOf({ epicDone: 'orAllChildren' });
    expect(unread([issue, network], rules).parentIds).toEqual([idOf('NET-12')]);
    expect(unread([issue, network]).parentIds).toEqual([]);
  });
});
