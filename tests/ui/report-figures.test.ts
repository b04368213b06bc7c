import {
  isOver,
  isSmallSample,
  isWithoutIncidents,
  leftOutOf,
} from '../../static/src/sla-report/figures';
import { clockView, reportView } from '../builders/report-view';

const none = clockView();

describe('isSmallSample', () => {
  it('starts to trust a percentage at eight decided', () => {
    expect(isSmallSample({ ...none, met: 6, breached: 1 })).toBe(true);
    expect(isSmallSample({ ...none, met: 7, breached: 1 })).toBe(false);
  });

  it('is no sample at all when nothing was decided', () => {
    expect(isSmallSample(none)).toBe(false);
  });
});

describe('leftOutOf', () => {
  it('lists what the percentage leaves out, without zeros', () => {
    expect(leftOutOf({ ...none, running: 8, excluded: 1 })).toEqual([
      { reason: 'running', count: 8 },
      { reason: 'excluded', count: 1 },
    ]);
  });
});

describe('isWithoutIncidents', () => {
  it('is not so while a single clock runs', () => {
    expect(isWithoutIncidents(reportView({ ownership: { ...none, running: 1 } }))).toBe(false);
    expect(isWithoutIncidents(reportView())).toBe(true);
  });
});

describe('isOver', () => {
  it('is so from the first moment after the period on', () => {
    const october = reportView();
    expect(isOver({ ...october, now: '2026-10-31T20:59:59.999Z' })).toBe(false);
    expect(isOver({ ...october, now: '2026-10-31T21:00:00.000Z' })).toBe(true);
  });
});
