import {
  orderPropertyOf,
  saysOrder,
  withClocksProperty,
  withOrderProperty,
} from '../../../src/core/order/order-property';

const CLOCKS = { client: 'ACME', slaState: 'running' };
const ORDER = { state: 'waiting', waitsFor: ['NET-12'], client: 'BETA' } as const;

describe('the property tam', () => {
  it('says of an issue without clocks which client project it belongs to', () => {
    expect(withOrderProperty(null, ORDER)).toEqual(ORDER);
    expect(withOrderProperty({ client: 'ACME', state: 'ready' }, ORDER)).toEqual(ORDER);
  });

  it('loses it with its place in the order, and keeps what is none of ours', () => {
    expect(withOrderProperty({ ...ORDER, other: 1 }, {})).toEqual({ other: 1 });
  });

  it('shows the client of the clocks where there are some, whoever writes last', () => {
    const both = { state: 'waiting', waitsFor: ['NET-12'], ...CLOCKS };
    expect(withOrderProperty(CLOCKS, ORDER)).toEqual(both);
    expect(withClocksProperty(ORDER, CLOCKS)).toEqual(both);
    expect(withOrderProperty(both, {})).toEqual(CLOCKS);
  });

  it('shows its client project again once the clocks are gone', () => {
    expect(withClocksProperty(ORDER, {})).toEqual(ORDER);
  });

  it('says the same in whatever order, and whatever client the clocks name', () => {
    expect(saysOrder({ client: 'BETA', waitsFor: ['NET-12'], state: 'waiting' }, ORDER)).toBe(true);
    expect(saysOrder({ ...CLOCKS, state: 'waiting', waitsFor: ['NET-12'] }, ORDER)).toBe(true);
    expect(saysOrder({ ...ORDER, client: 'ACME' }, ORDER)).toBe(false);
    expect(saysOrder({ state: 'waiting', waitsFor: ['NET-12'] }, ORDER)).toBe(false);
    expect(saysOrder(null, {})).toBe(true);
  });

  it('has a part about the order to which a client of clocks does not belong', () => {
    expect(orderPropertyOf(CLOCKS)).toEqual({});
    expect(orderPropertyOf({ client: 'ACME' })).toEqual({ client: 'ACME' });
    expect(orderPropertyOf('forged')).toEqual({});
  });
});
