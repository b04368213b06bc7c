/** Elapsed and deadline against the libraries that do business time, by length of the span. */
import { compileCalendar } from '../../../src/core/calendar/calendar';
import { type Instant, instant, type Millis } from '../../../src/core/time';
import { benchCalendar, ZONES } from '../bench-calendars';
import { median, medianRate, printTables, type ResultTable, rateText } from '../measure';
import { ALL_PEERS } from '../peers/all-peers';
import { ours } from '../peers/ours';
import type { Peer, PreparedPeer } from '../peers/peer';
import { commonVectors, scoreOf } from '../sla-vectors';

const DAY = 86_400_000;
const SPANS = [
  { name: '1 day', days: 1 },
  { name: '30 days', days: 30 },
  { name: '1 year', days: 365 },
  { name: '5 years', days: 1826 },
] as const;
const YEARS = { from: 2020, to: 2027 };
/** Starts within 18 months, so that five years after them are still within the holidays. */
const STARTS = Float64Array.from({ length: 4096 }, (_, index) => {
  const minute = (index * 7919) % (540 * 1440);
  return Date.UTC(YEARS.from, 6, 1) + minute * 60_000;
});
/** Eight hours on five days of seven, less the holidays: what a span holds, about. */
const WORK_A_DAY = (8 * 5 * 3_600_000) / 7.4;

type Rates = { readonly elapsed: number[]; readonly deadline: number[] };

function main(): void {
  const vectors = commonVectors();
  const peers = [ours, ...ALL_PEERS];
  const rates = new Map(peers.map((peer) => [peer, ratesOf(peer)]));
  const own = rates.get(ours) as Rates;
  const tables: ResultTable[] = (['elapsed', 'deadline'] as const).map((question) => ({
    title: `Calendar: ${question}, questions per second`,
    how: `Mon-Fri 09-13 and 14-18, 15 holidays a year, precompiled; the median of ${ZONES.join(', ')}. In brackets: how many times as fast we are.`,
    columns: ['', ...SPANS.map(({ name }) => name)],
    rows: peers.map((peer) => [
      peer.name,
      ...(rates.get(peer) as Rates)[question].map((rate, span) =>
        cell(rate, own[question][span] ?? Number.NaN, peer === ours),
      ),
    ]),
  }));
  const direct = directRates();
  tables.push({
    title: 'Calendar: the same without the adapter that all of them are asked through',
    how: 'A loop over one precompiled calendar (Europe/Berlin): what the code of the clocks sees.',
    columns: ['', ...SPANS.map(({ name }) => name)],
    rows: [
      ['elapsed', ...direct.elapsed.map(rateText)],
      ['deadline', ...direct.deadline.map(rateText)],
    ],
  });
  tables.push(vectorTable(peers, vectors));
  printTables(tables);
}

function ratesOf(peer: Peer): Rates {
  const perZone = ZONES.map((zone) => {
    const prepared = peer.prepare(benchCalendar(zone, YEARS)) as PreparedPeer;
    return SPANS.map(({ days }) => {
      const start = (index: number) => STARTS[index & 4095] as number;
      const { deadline } = prepared;
      const work = Math.round((days * WORK_A_DAY) / 60_000) * 60_000;
      return {
        elapsed: medianRate((i) => prepared.elapsed(start(i), start(i) + days * DAY)),
        deadline: deadline === null ? Number.NaN : medianRate((i) => deadline(start(i), work)),
      };
    });
  });
  const over = (question: 'elapsed' | 'deadline') =>
    SPANS.map((_, span) => median(perZone.map((spans) => spans[span]?.[question] ?? Number.NaN)));
  return { elapsed: over('elapsed'), deadline: over('deadline') };
}

function directRates(): Rates {
  const range = { from: instant(Date.UTC(YEARS.from)), to: instant(Date.UTC(YEARS.to)) };
  const working = compileCalendar(benchCalendar('Europe/Berlin', YEARS), range);
  const start = (index: number) => STARTS[index & 4095] as Instant;
  return {
    elapsed: SPANS.map(({ days }) =>
      medianRate((i) => working.elapsed(start(i), (start(i) + days * DAY) as Instant)),
    ),
    deadline: SPANS.map(({ days }) => {
      const work = Math.round(days * WORK_A_DAY) as Millis;
      return medianRate((i) => working.deadline(start(i), work) ?? Number.NaN);
    }),
  };
}

function vectorTable(peers: readonly Peer[], vectors: ReturnType<typeof commonVectors>) {
  return {
    title: 'Calendar: who is right',
    how:
      vectors.length === 0
        ? 'Not run: ../shared/data/sla is not there.'
        : `${vectors.length} vectors of elapsed and deadline (test suites of other systems, and days on which clocks change), those that ask for a rule of their own left out. "Failed": an error, or no answer in three seconds.`,
    columns: ['', 'licence', 'right', 'wrong', 'failed', 'cannot say'],
    rows: peers.map((peer) => {
      const { right, wrong, failed, inexpressible } = scoreOf(peer, vectors);
      return [peer.name, peer.licence, ...[right, wrong, failed, inexpressible].map(String)];
    }),
  };
}

function cell(rate: number, own: number, isOwn: boolean): string {
  if (Number.isNaN(rate)) return '–';
  return isOwn ? rateText(rate) : `${rateText(rate)} (${rateText(own / rate)})`;
}

main();
