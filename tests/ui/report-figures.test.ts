import type { ComplianceView, SlaReport } from '../../src/contract/sla-report';
import {
  isOver,
  isSmallSample,
  isWithoutIncidents,
  leftOutOf,
} from '../../static/src/sla-report/figures';

const none: ComplianceView = {
  percent: null,
  met: 0,
  breached: 0,
  running: 0,
  paused: 0,
  noTarget: 0,
  excluded: 0,
};

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

const report = (resolution: ComplianceView): SlaReport => ({
  kind: 'report',
  clientProject: { key: 'ACME', name: 'Web platform' },
  // October 2026 in Moscow.
  period: {
    name: 'lastMonth',
    from: '2026-09-30T21:00:00.000Z',
    to: '2026-10-31T21:00:00.000Z',
  },
  timeZone: 'Europe/Moscow',
  targetPercent: 95,
  now: '2026-11-23T10:00:00.000Z',
  computedAt: null,
  response: none,
  resolution,
  breaches: [],
  breachesSeen: { visible: 0, total: 0 },
  backfill: null,
  historyRead: true,
  reopenedLater: 0,
});

describe('isWithoutIncidents', () => {
  it('is not so while a single clock runs', () => {
    expect(isWithoutIncidents(report({ ...none, running: 1 }))).toBe(false);
    expect(isWithoutIncidents(report(none))).toBe(true);
  });
});

describe('isOver', () => {
  it('is so from the first moment after the period on', () => {
    const october = report(none);
    expect(isOver({ ...october, now: '2026-10-31T20:59:59.999Z' })).toBe(false);
    expect(isOver({ ...october, now: '2026-10-31T21:00:00.000Z' })).toBe(true);
  });
});
