import Papa from 'papaparse';
import { FORMULA_CELL } from '../core/formula-cell';
import { type AnyClockName, SLOT } from '../core/sla/judge/cycle';
import type { Flip, FlipSide, Simulation } from '../core/sla/simulation/simulation';
import type { StateCounts } from '../core/sla/verdict/cycle-row';
import { isoOf } from '../core/time';
import type { AuditFormat } from './audit-options';
import { hoursAndMinutes } from './audit-rows';

type Names = { readonly present: string; readonly other: string };

/** The comparison of two policies: all of it as JSON, the flips as CSV, or both for the eye. */
export function comparisonText(sum: Simulation, names: Names, format: AuditFormat): string {
  if (format === 'json') return `${JSON.stringify({ policies: names, ...sum }, inUtc, 1)}\n`;
  if (format === 'csv') {
    const data = sum.flips.map((flip) => [...rowOf(flip), flip.department ?? '']);
    // Cells that a spreadsheet would take for a formula are defused with an apostrophe.
    return `${Papa.unparse({ fields: CSV_TITLES, data }, { escapeFormulae: FORMULA_CELL })}\r\n`;
  }
  return `${tallies(sum, names)}\n${flipTable(sum, sum.flips.map(rowForTheEye))}`;
}

const TITLES = [
  ...['issue', 'clock', 'cycle', 'present', 'other', 'presentElapsed', 'otherElapsed'],
  ...['presentTarget', 'otherTarget', 'because', 'hours'],
];
/** As in the rows of an audit, departments stand at the end. */
const CSV_TITLES = [...TITLES, 'department'];

function rowOf(flip: Flip): (string | number)[] {
  const { issueKey, clock, cycle, present, other } = flip;
  return [
    ...[issueKey, clock, cycle],
    ...[present?.state ?? 'none', other?.state ?? 'none'],
    ...[elapsed(present), elapsed(other), target(present), target(other)],
    ...[flip.because.join(' '), hoursOf(flip)],
  ];
}

function rowForTheEye(flip: Flip): (string | number)[] {
  const [issue = '', clock = '', ...rest] = rowOf(flip);
  return [issue, flip.department === null ? clock : `${clock} ${flip.department}`, ...rest];
}

/** The first stretches that only one of them counts, or counts otherwise. */
function hoursOf({ intervals, intervalCount }: Flip): string {
  const shown = intervals.map(
    ({ from, to, old, new: then }) =>
      `${minute(from)} to ${minute(to)} ${old?.kind ?? 'none'} -> ${then?.kind ?? 'none'}`,
  );
  const more = intervalCount - intervals.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function tallies({ incidents, present, other }: Simulation, names: Names): string {
  const width = Math.max(28, names.present.length) + 2;
  const line = (head: string, a: string, b: string) =>
    `${head.padEnd(14)}${a.padEnd(width)}${b}`.trimEnd();
  const clockLine = (clock: AnyClockName) =>
    line(clock, tally(present[clock]), tally(other[clock]));
  const clocks = (Object.keys(SLOT) as AnyClockName[]).filter(
    (clock) => OF_CLIENT.has(clock) || isUsed(present[clock]) || isUsed(other[clock]),
  );
  return [
    `Incidents: ${incidents}`,
    line('', names.present, names.other),
    ...clocks.map(clockLine),
    '',
  ].join('\n');
}

/** The two that a client is promised are always told of. */
const OF_CLIENT: ReadonlySet<AnyClockName> = new Set(['response', 'resolution']);

function isUsed(counts: StateCounts): boolean {
  return Object.values(counts).some((count) => count > 0);
}

function tally(counts: StateCounts): string {
  const decided = counts.met + counts.breached;
  if (decided === 0) return '–';
  return `${((counts.met * 100) / decided).toFixed(1)} % (${counts.met} met of ${decided})`;
}

function flipTable({ flips, flipCount }: Simulation, rows: readonly (string | number)[][]): string {
  if (flipCount === 0) return 'No verdict flips.\n';
  const shown = [TITLES, ...rows].map((row) => row.map(String));
  const widths = TITLES.map((_, at) => Math.max(...shown.map((row) => row[at]?.length ?? 0)));
  const lines = shown.map((row) =>
    row
      .map((text, at) => (at === row.length - 1 ? text : text.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const left = flipCount - flips.length;
  const more = left > 0 ? `and ${left} more\n` : '';
  return `Verdicts that flip: ${flipCount}\n${lines.join('\n')}\n${more}`;
}

const elapsed = (side: FlipSide | null) => (side === null ? '' : hoursAndMinutes(side.elapsedMs));
const target = (side: FlipSide | null) =>
  side?.targetMs == null ? '' : hoursAndMinutes(side.targetMs);
const minute = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** Instants as UTC, like everywhere in the audit. */
function inUtc(key: string, value: unknown): unknown {
  const isInstant = typeof value === 'number' && ['dueAt', 'from', 'to'].includes(key);
  return isInstant ? isoOf(value) : value;
}
