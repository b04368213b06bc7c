import { sortIdsByKey } from '../../../src/core/order/graph/sort-ids-by-key';
import { anIssue } from '../../builders/issues';
import { orderOf } from '../../builders/judged-order';

describe('sortIdsByKey', () => {
  const keyed = (key: string, id: string) => ({ ...anIssue(key), id });
  const { graph } = orderOf([keyed('VIRT-1', '7'), keyed('NET-12', '3'), keyed('NET-9', '5')]);

  it('sorts by project, then by number rather than by letter', () => {
    expect(sortIdsByKey(graph, ['7', '3', '5'])).toEqual(['5', '3', '7']);
  });

  it('puts ids without an issue first, by id, whatever their order was', () => {
    expect(sortIdsByKey(graph, ['3', '20', '10'])).toEqual(['10', '20', '3']);
    expect(sortIdsByKey(graph, ['10', '3', '20'])).toEqual(['10', '20', '3']);
  });
});
