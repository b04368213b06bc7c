import fc from 'fast-check';
import { judgeClocks } from '../../../src/core/sla/judge/judge-incident';
import { type LedgerEntry, ledgerOf } from '../../../src/core/sla/verdict/ledger';
import { type Instant, instant, span } from '../../../src/core/time';
import { incident, moscow, WAITING, WORKING } from '../../builders/incident';
import { compiled, IncidentStory, momentOf, OFFICE_POLICY } from '../../builders/incident-story';
import { workedBetween } from '../../builders/ledger-work';
import { anyHistory, RICH_POLICY } from '../../builders/random-history';

const rules = compiled(OFFICE_POLICY);
const lines = (ledger: readonly LedgerEntry[]) =>
  ledger.map(({ from, to, label }) => {
    const time = (at: Instant) => new Date(at + 3 * 3_600_000).toISOString().slice(8, 16);
    const [kind, ...what] = Object.values(label);
    return `${time(from)} ${time(to)} ${[kind, ...what].join(' ')}`;
  });

/** Moscow time: created Mon 2026-11-23 17:00, office hours 09-18. */
describe('the ledger of an issue (Europe/Moscow)', () => {
  const story = () =>
    new IncidentStory('2026-11-23T17:00', { projectAtCreation: 'Network' })
      .status('2026-11-23T17:30', WAITING)
      .status('2026-11-24T09:30', WORKING)
      .moved('2026-11-24T10:00', 'Network', 'Servers')
      .done('2026-11-24T12:00');

  it('labels every minute once, in order', () => {
    const blocked = [
      { span: span(moscow('2026-11-24T10:30'), moscow('2026-11-24T11:00')), by: 'Backup' },
    ];
    const ledger = ledgerOf(story().history, [rules], momentOf('2026-11-24T15:00'), { blocked });
    expect(lines(ledger)).toEqual([
      '23T17:00 23T17:30 queue Network',
      '23T17:30 23T18:00 paused client',
      '23T18:00 24T09:00 sleeping',
      '24T09:00 24T09:30 paused client',
      '24T09:30 24T10:00 running Network',
      '24T10:00 24T10:30 running Servers',
      '24T10:30 24T11:00 blocked Backup',
      '24T11:00 24T12:00 running Servers',
      '24T12:00 24T15:00 stopped',
    ]);
  });

  it('explains what elapsed: 3 h of work', () => {
    const ledger = ledgerOf(story().history, [rules], momentOf('2026-11-24T15:00'));
    const [from, to] = [momentOf('2026-11-23T17:00'), momentOf('2026-11-24T15:00')];
    expect(workedBetween(ledger, from, to)).toBe(3 * 3_600_000);
  });

  it('is empty before the issue was created', () => {
    expect(ledgerOf(story().history, [rules], momentOf('2026-11-23T16:00'))).toEqual([]);
  });
});

describe('any history', () => {
  const rich = compiled(RICH_POLICY);

  it('has a ledger without gaps that adds up to its life and to what its clock measured', () => {
    fc.assert(
      fc.property(anyHistory, ({ history, now }) => {
        const ledger = ledgerOf(history, [rich], now);
        let at: number = history.created;
        for (const entry of ledger) {
          expect(entry.from).toBe(at);
          expect(entry.to).toBeGreaterThan(entry.from);
          at = entry.to;
        }
        expect(at).toBe(Math.max(now, history.created));
        const cycles = judgeClocks(history, [rich], now).filter((c) => c.clock === 'resolution');
        const sum = (of: (cycle: (typeof cycles)[number]) => number) =>
          cycles.reduce((all, cycle) => all + of(cycle), 0);
        const paused = ledger.reduce(
          (all, { from, to, label }) => all + (label.kind === 'paused' ? to - from : 0),
          0,
        );
        expect(workedBetween(ledger, history.created, now)).toBe(sum((c) => c.elapsedMs));
        expect(paused).toBe(sum((c) => c.pausedMs));
      }),
      { numRuns: 500 },
    );
  });

  it('is judged without a negative duration, without NaN and with a reason for what is not judged', () => {
    fc.assert(
      fc.property(anyHistory, ({ history, now }) => {
        for (const cycle of judgeClocks(history, [rich], now)) {
          for (const name of ['elapsedMs', 'pausedMs', 'pausedWallMs', 'carriedMs'] as const) {
            expect(cycle[name]).toBeGreaterThanOrEqual(0);
          }
          for (const value of Object.values(cycle)) expect(value).not.toBeNaN();
          if (cycle.stoppedAt !== null && cycle.state !== 'invalid') {
            expect(cycle.stoppedAt).toBeGreaterThanOrEqual(cycle.startedAt);
          }
          const isAside = cycle.state === 'excluded' || cycle.state === 'invalid';
          expect(cycle.reason !== undefined).toBe(isAside);
          if (cycle.state === 'met') expect(cycle.remainingMs).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same verdicts for a stopped cycle whenever one looks', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 1, max: 1e9 }), ({ history, now }, more) => {
        const later = instant(now + more);
        const known = { ...history, events: history.events.filter(({ at }) => at <= now) };
        const stopped = (when: Instant) =>
          judgeClocks(known, [rich], when).filter(({ stoppedAt }) => stoppedAt !== null);
        expect(stopped(later)).toEqual(stopped(now));
      }),
      { numRuns: 200 },
    );
  });

  it('of nothing at all is one that just runs', () => {
    const ledger = ledgerOf(incident(), [rules], moscow('2026-11-23T11:00'));
    expect(ledger.map(({ label }) => label.kind)).toEqual(['queue']);
  });
});
