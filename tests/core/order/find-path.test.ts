import { findPath } from '../../../src/core/order/graph/find-path';
import { compareKeys, sortByOrder } from '../../../src/core/order/graph/sort-by-order';
import { anIssue, BLOCKS, idOf, ordered } from '../../builders/issues';
import { buildOrderGraph } from '../../builders/order-graph';

const graphOf = (keys: readonly string[], pairs: readonly [string, string][]) =>
  buildOrderGraph(
    ordered(
      keys.map((key) => anIssue(key)),
      pairs,
    ),
    BLOCKS.typeId,
  );

describe('findPath', () => {
  const graph = graphOf(
    ['A-1', 'B-1', 'C-1', 'D-1'],
    [
      ['A-1', 'B-1'],
      ['B-1', 'C-1'],
      ['C-1', 'D-1'],
      ['A-1', 'C-1'],
    ],
  );

  it('takes the shortest way along "blocks"', () => {
    expect(findPath(graph.order.waitersOf, idOf('A-1'), idOf('D-1'))).toEqual(
      ['A-1', 'C-1', 'D-1'].map(idOf),
    );
  });

  it('finds none against the direction', () => {
    expect(findPath(graph.order.waitersOf, idOf('D-1'), idOf('A-1'))).toBeNull();
  });

  it('walks a chain of 10,000 issues without running out of stack', () => {
    const keys = Array.from({ length: 10_000 }, (_, index) => `A-${index + 1}`);
    const pairs = keys.slice(1).map((key, index): [string, string] => [keys[index] ?? '', key]);
    const next = new Map(pairs.map(([from, to]) => [from, [to]]));
    expect(findPath((id) => next.get(id) ?? [], 'A-1', 'A-10000')).toHaveLength(10_000);
  });
});

describe('sortByOrder', () => {
  const sorted = (keys: readonly string[], pairs: readonly [string, string][]) =>
    sortByOrder(graphOf(keys, pairs), keys.map(idOf));

  it('puts blockers first and the rest by key', () => {
    const keys = ['BCK-3', 'VIRT-7', 'AAA-1', 'NET-12'];
    expect(
      sorted(keys, [
        ['NET-12', 'VIRT-7'],
        ['VIRT-7', 'BCK-3'],
      ]),
    ).toEqual(['AAA-1', 'NET-12', 'VIRT-7', 'BCK-3'].map(idOf));
  });

  it('puts a circle last, by key', () => {
    expect(
      sorted(
        ['B-1', 'A-1', 'C-1'],
        [
          ['A-1', 'B-1'],
          ['B-1', 'A-1'],
        ],
      ),
    ).toEqual(['C-1', 'A-1', 'B-1'].map(idOf));
  });

  it('orders keys by project, then by number', () => {
    expect(['VIRT-1', 'NET-12', 'NET-9'].sort(compareKeys)).toEqual(['NET-9', 'NET-12', 'VIRT-1']);
  });
});
