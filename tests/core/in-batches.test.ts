import { inBatches } from '../../src/core/in-batches';

describe('inBatches', () => {
  it('fills each batch but the last, in the order given', () => {
    expect(inBatches(['a', 'b', 'c', 'd', 'e'], 2)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('makes one batch of what fits into it', () => {
    expect(inBatches(['a', 'b'], 2)).toEqual([['a', 'b']]);
  });

  it('makes no batch of nothing', () => {
    expect(inBatches([], 1000)).toEqual([]);
  });
});
