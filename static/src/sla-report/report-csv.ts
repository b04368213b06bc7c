import Papa from 'papaparse';
import type { ReportRow } from '../../../src/contract/sla-report';
import { FORMULA_CELL } from '../../../src/core/formula-cell';

/** By this mark Excel knows that a file is UTF-8 (Unicode Standard, "Byte order mark"). */
const BYTE_ORDER_MARK = '\uFEFF';

type Cell = string | number | null;
type Column = readonly [title: string, of: (row: ReportRow) => Cell];

const COLUMNS: readonly Column[] = [
  ['issue', (row) => row.issueKey],
  ['summary', (row) => row.summary],
  ['clock', (row) => row.clock],
  ['cycle', (row) => row.cycle],
  ['department', (row) => row.department],
  ['priority', (row) => row.priority],
  ['firstPriority', (row) => row.firstPriority],
  ['state', (row) => row.state],
  ['startedAt', (row) => row.startedAt],
  ['stoppedAt', (row) => row.stoppedAt],
  ['dueAt', (row) => row.dueAt],
  ['breachedAt', (row) => row.breachedAt],
  ...durationColumns('elapsed', (row) => row.elapsedMs),
  ...durationColumns('beforeChange', (row) => row.beforeChangeMs),
  ...durationColumns('paused', (row) => row.pausedMs),
  ...durationColumns('target', (row) => row.targetMs),
  ...durationColumns('extended', (row) => row.extendedMs),
  ...durationColumns('over', overOf),
  ['goalChangedLate', (row) => (row.goalChangedLate ? 'yes' : 'no')],
  ['policy', (row) => row.policy],
  ['reason', (row) => row.reason],
  ['computedAt', (row) => row.computedAt],
];

/**
 * The rows of a report as a CSV file (RFC 4180): cells that would be formulas are defused with an
 * apostrophe, durations stand in seconds and as hh:mm, instants in ISO 8601 with their offset
 * (SLA semantics C8.6). The titles are the same in every language.
 *
 * A resolution that took 1 h 30 m has `5400` and `01:30` under `elapsedSeconds` and `elapsed`.
 */
export function reportCsv(rows: readonly ReportRow[], encoding: 'utf8' | 'utf8WithMark'): string {
  const lines = [
    COLUMNS.map(([title]): Cell => title),
    ...rows.map((row) => COLUMNS.map(([, of]) => of(row))),
  ];
  const text = Papa.unparse(lines, { escapeFormulae: FORMULA_CELL });
  return `${encoding === 'utf8WithMark' ? BYTE_ORDER_MARK : ''}${text}\r\n`;
}

/** "01:30", and "125:00": hours are not cut off at a day. A minute that has begun does not count. */
export function hoursAndMinutes(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${ms < 0 ? '-' : ''}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function durationColumns(name: string, of: (row: ReportRow) => number | null): readonly Column[] {
  return [
    [
      `${name}Seconds`,
      (row) => {
        const ms = of(row);
        return ms === null ? null : ms / 1000;
      },
    ],
    [
      name,
      (row) => {
        const ms = of(row);
        return ms === null ? null : hoursAndMinutes(ms);
      },
    ],
  ];
}

/** Beyond the goal; nothing where there is none. */
function overOf({ elapsedMs, targetMs }: ReportRow): number | null {
  return targetMs === null ? null : Math.max(0, elapsedMs - targetMs);
}
