import {
  drawnWeeks,
  isOver,
  isSmallSample,
  isWithoutIncidents,
  leftOutOf,
  shownClocks,
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

describe('shownClocks', () => {
  it('shows what a client is promised always, and the others where something happened', () => {
    expect(shownClocks(reportView())).toEqual(['response', 'resolution']);
    const owned = reportView({ ownership: { ...none, paused: 1 } });
    expect(shownClocks(owned)).toEqual(['response', 'resolution', 'ownership']);
  });
});

describe('drawnWeeks', () => {
  it('begins with the first decision and keeps the gaps after it', () => {
    const week = (met: number) => ({
      ...{ met, breached: 0, percent: met > 0 ? 100 : null },
      ...{ from: '2026-10-04T21:00:00.000Z', to: '2026-10-11T21:00:00.000Z' },
    });
    const drawn = drawnWeeks({ ...none, weeks: [0, 0, 3, 0, 1, 0].map(week) });
    expect(drawn.map(({ met }) => met)).toEqual([3, 0, 1, 0]);
    expect(drawnWeeks({ ...none, weeks: [0, 0].map(week) })).toEqual([]);
  });
});
