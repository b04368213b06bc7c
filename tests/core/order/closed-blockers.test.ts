import type { Named } from '../../../src/core/issue';
import { closedAs } from '../../../src/core/order/judge/closed-as';
import type { ReleasingRule } from '../../../src/core/order/policy/order-policy';
import { anIssue, idOf, ordered } from '../../builders/issues';
import {
  ask,
  at,
  flagsIn,
  linkTo,
  orderOf,
  refusalIn,
  rulesOf,
  said,
  waitsFor,
} from '../../builders/judged-order';

const WONT_DO: Named = { id: '7', name: "Won't Do" };
const DUPLICATE: Named = { id: '8', name: 'Duplicate' };
const DONE: Named = { id: '1', name: 'Done' };

const closed = (key: string, resolution: Named | null, since = at('2026-11-20T12:00:00Z')) =>
  said(key, { category: 'done', resolution, categorySince: since });

const standingBefore = (blocker: ReturnType<typeof said>) =>
  ordered([blocker, anIssue('VIRT-7')], [[blocker.key, 'VIRT-7']]);

describe('closedAs', () => {
  const wellKnown: ReleasingRule = { kind: 'wellKnown' };

  it.each([
    ["Won't Do", false],
    ['Won’t fix', false],
    ['Cancelled', false],
    ['Duplicate', false],
    ['Cannot Reproduce', false],
    ['Отменено', false],
    ['Done', true],
    ['Fixed', true],
    ['Готово', true],
  ])('takes "%s" as releasing: %s', (name, releases) => {
    const as = closedAs(closed('NET-12', { id: '9', name }), wellKnown);
    expect(as).toEqual(releases ? null : { id: '9', name });
  });

  it('goes by the name of the status where there is no resolution', () => {
    const cancelled = { id: '31', name: 'Cancelled', category: 'done' as const };
    const issue = said('NET-12', { status: cancelled });
    expect(closedAs(issue, wellKnown)).toEqual({ id: '31', name: 'Cancelled' });
    expect(closedAs(said('NET-12', { category: 'done' }), wellKnown)).toBeNull();
  });

  it('goes by the lists of the policy', () => {
    const only: ReleasingRule = { kind: 'only', resolutionIds: ['1'] };
    const allBut: ReleasingRule = { kind: 'allBut', resolutionIds: ['1'] };
    expect(closedAs(closed('NET-12', DONE), only)).toBeNull();
    expect(closedAs(closed('NET-12', WONT_DO), only)).toEqual(WONT_DO);
    expect(closedAs(closed('NET-12', DONE), allBut)).toEqual(DONE);
    expect(closedAs(closed('NET-12', WONT_DO), allBut)).toBeNull();
    expect(closedAs(closed('NET-12', null), only)).toBeNull();
  });
});

describe("D10: a blocker that was closed as Won't Do", () => {
  const issues = standingBefore(closed('NET-12', WONT_DO));
  const confirmation = {
    ...{ successorId: idOf('VIRT-7'), blockerId: idOf('NET-12'), closedAsId: WONT_DO.id },
    ...{ by: 'tam', at: at('2026-11-20T13:00:00Z') },
  };

  it('does not release silently', () => {
    expect(refusalIn(ask(orderOf(issues), 'VIRT-7')).blockers).toMatchObject([
      { key: 'NET-12', why: { kind: 'notReleasing', closedAs: WONT_DO } },
    ]);
  });

  it('releases once a TAM has confirmed, flagged', () => {
    const order = orderOf(issues, rulesOf(), { confirmations: [confirmation] });
    const flag = { blockerId: idOf('NET-12'), closedAs: WONT_DO, confirmedBy: 'tam' };
    expect(ask(order, 'VIRT-7')).toEqual({
      kind: 'allowed',
      gate: 'start',
      flags: [{ kind: 'releasedByCancellation', ...flag }],
    });
  });

  it.each([
    ['for another issue', { successorId: idOf('VIRT-8') }],
    ['for another resolution', { closedAsId: '9' }],
    ['from before it was closed this time', { at: at('2026-11-20T11:59:59Z') }],
  ])('is not released by a confirmation %s', (_, changes) => {
    const confirmations = [{ ...confirmation, ...changes }];
    expect(ask(orderOf(issues, rulesOf(), { confirmations }), 'VIRT-7').kind).toBe('refused');
  });
});

describe('D10: a blocker that was closed as a duplicate', () => {
  const original = (category: 'todo' | 'done', resolution: Named | null = null) =>
    said('NET-3', { category, resolution });
  const duplicate = (of: ReturnType<typeof original>) => ({
    ...closed('NET-12', DUPLICATE),
    links: [linkTo('Duplicate', 'outward', of)],
  });
  const asked = (of: ReturnType<typeof original>, policy = {}) =>
    ask(orderOf([...standingBefore(duplicate(of)), of], rulesOf(policy)), 'VIRT-7');

  it('hands its place to the original', () => {
    expect(refusalIn(asked(original('todo'))).blockers).toMatchObject([
      { key: 'NET-3', why: { kind: 'status' }, insteadOfId: idOf('NET-12') },
    ]);
  });

  it('releases when the original is done', () => {
    expect(asked(original('done', DONE)).kind).toBe('allowed');
  });

  it('waits for a word when the original was cancelled', () => {
    expect(refusalIn(asked(original('done', WONT_DO))).blockers).toMatchObject([
      { key: 'NET-3', why: { kind: 'notReleasing', closedAs: WONT_DO } },
    ]);
  });

  it('waits for a word when nothing says of what, or the policy does not follow', () => {
    const alone = ask(orderOf(standingBefore(closed('NET-12', DUPLICATE))), 'VIRT-7');
    expect(waitsFor(alone)).toEqual(['NET-12']);
    expect(waitsFor(asked(original('done', DONE), { followDuplicates: false }))).toEqual([
      'NET-12',
    ]);
  });

  it('waits for nobody when it is a duplicate of the successor itself', () => {
    const virt = anIssue('VIRT-7');
    const net = {
      ...closed('NET-12', DUPLICATE),
      links: [linkTo('Duplicate', 'outward', virt)],
    };
    expect(ask(orderOf(ordered([net, virt], [['NET-12', 'VIRT-7']])), 'VIRT-7').kind).toBe(
      'allowed',
    );
  });

  it('comes to an end when two are duplicates of each other', () => {
    const [a, b] = [closed('NET-12', DUPLICATE), closed('NET-3', DUPLICATE)];
    const issues = [
      { ...a, links: [linkTo('Duplicate', 'outward', b)] },
      { ...b, links: [linkTo('Duplicate', 'outward', a)] },
    ];
    const order = orderOf(ordered([...issues, anIssue('VIRT-7')], [['NET-12', 'VIRT-7']]));
    expect(waitsFor(ask(order, 'VIRT-7'))).toEqual(['NET-3']);
  });
});

describe('D25: a link that came with a copy', () => {
  it('gates, and is flagged as suspect', () => {
    const net = anIssue('NET-12');
    const virt = anIssue('VIRT-7');
    const copy = anIssue('VIRT-8', { links: [linkTo('Cloners', 'outward', virt)] });
    const order = orderOf(
      ordered(
        [net, virt, copy],
        [
          ['NET-12', 'VIRT-7'],
          ['NET-12', 'VIRT-8'],
        ],
      ),
    );
    const judgement = ask(order, 'VIRT-8');
    expect(judgement.kind).toBe('refused');
    expect(flagsIn(judgement)).toEqual([
      { kind: 'suspectLink', blockerId: idOf('NET-12'), copiedFromId: idOf('VIRT-7') },
    ]);
    expect(flagsIn(ask(order, 'VIRT-7'))).toEqual([]);
  });

  it('is suspect as well where the blocker is the copy', () => {
    const net = anIssue('NET-12');
    const copy = anIssue('NET-13', { links: [linkTo('Cloners', 'outward', net)] });
    const order = orderOf(
      ordered(
        [net, copy, anIssue('VIRT-7')],
        [
          ['NET-12', 'VIRT-7'],
          ['NET-13', 'VIRT-7'],
        ],
      ),
    );
    expect(flagsIn(ask(order, 'VIRT-7'))).toEqual([
      { kind: 'suspectLink', blockerId: idOf('NET-13'), copiedFromId: idOf('NET-12') },
    ]);
  });

  it('is not suspect where the original has no such link', () => {
    const virt = anIssue('VIRT-7');
    const copy = anIssue('VIRT-8', { links: [linkTo('Cloners', 'outward', virt)] });
    const order = orderOf(ordered([anIssue('NET-12'), virt, copy], [['NET-12', 'VIRT-8']]));
    expect(flagsIn(ask(order, 'VIRT-8'))).toEqual([]);
  });
});
