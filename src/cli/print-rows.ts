import Papa from 'papaparse';
import { FORMULA_CELL } from '../core/formula-cell';
import type { AnyClockName } from '../core/sla/judge/cycle';
import type { AuditFormat } from './audit-options';
import { type AuditRow, hoursAndMinutes, type OrderRow, type TimesRow } from './audit-rows';

/** How rows become text: what comes before, each row, what stands between, and what comes after. */
export type RowPrinter<Row> = {
  readonly head: string;
  readonly row: (row: Row) => string;
  readonly between: string;
  readonly tail: string;
};

type Cells = readonly (readonly [title: string, width: number, value: string | number | null])[];

/** A printer for SLA rows; departments have a column where one of the clocks is theirs. */
export function auditPrinter(
  format: AuditFormat,
  clocks: readonly AnyClockName[],
): RowPrinter<AuditRow> {
  if (format === 'json') return jsonPrinter();
  const cells = format === 'csv' ? auditCsvCells : auditTableCells;
  const width = Math.max(10, ...clocks.map(({ length }) => length));
  const all = (row: AuditRow | undefined): Cells => [
    ...cells(row, width),
    ...departmentCells(row, clocks),
  ];
  return format === 'csv' ? csvPrinter(all) : tablePrinter(all);
}

/** A printer for times in status: one object or one line per issue. */
export function timesPrinter(format: AuditFormat): RowPrinter<TimesRow> {
  if (format === 'json') return jsonPrinter();
  return format === 'csv' ? csvPrinter(timesCells) : tablePrinter(timesCells);
}

/** A printer for starts that would have been refused. */
export function orderPrinter(format: AuditFormat): RowPrinter<OrderRow> {
  if (format === 'json') return jsonPrinter();
  return format === 'csv' ? csvPrinter(orderCsvCells) : tablePrinter(orderTableCells);
}

function jsonPrinter<Row>(): RowPrinter<Row> {
  return { head: '[\n', row: (row) => JSON.stringify(row), between: ',\n', tail: '\n]\n' };
}

function csvPrinter<Row>(cells: (row: Row | undefined) => Cells): RowPrinter<Row> {
  // Cells that a spreadsheet would take for a formula are defused with an apostrophe.
  const line = (values: readonly (string | number | null)[]) =>
    Papa.unparse([[...values]], { escapeFormulae: FORMULA_CELL });
  return {
    head: `${line(cells(undefined).map(([title]) => title))}\r\n`,
    row: (row) => `${line(cells(row).map(([, , value]) => value))}\r\n`,
    between: '',
    tail: '',
  };
}

function tablePrinter<Row>(cells: (row: Row | undefined) => Cells): RowPrinter<Row> {
  const line = (texts: readonly (readonly [string, number])[]) =>
    `${texts
      .map(([text, width]) => text.padEnd(width))
      .join('  ')
      .trimEnd()}\n`;
  return {
    head: line(cells(undefined).map(([title, width]) => [title, width])),
    row: (row) => line(cells(row).map(([, width, value]) => [String(value ?? '–'), width])),
    between: '',
    tail: '',
  };
}

function auditCsvCells(row: AuditRow | undefined): Cells {
  return [
    ['issue', 0, row?.issue ?? ''],
    ['clock', 0, row?.clock ?? ''],
    ['cycle', 0, row?.cycle ?? 0],
    ['startedAt', 0, row?.startedAt ?? null],
    ['stoppedAt', 0, row?.stoppedAt ?? null],
    ['dueAt', 0, row?.dueAt ?? null],
    ['elapsedSeconds', 0, (row?.elapsedMs ?? 0) / 1000],
    ['elapsed', 0, hoursAndMinutes(row?.elapsedMs ?? 0)],
    ['pausedSeconds', 0, (row?.pausedMs ?? 0) / 1000],
    ['paused', 0, hoursAndMinutes(row?.pausedMs ?? 0)],
    ['state', 0, row?.state ?? ''],
    ['reason', 0, row?.reason ?? ''],
  ];
}

function auditTableCells(row: AuditRow | undefined, clockWidth: number): Cells {
  return [
    ['issue', 14, row?.issue ?? ''],
    ['clock', clockWidth, row?.clock ?? ''],
    ['cycle', 5, row?.cycle ?? 0],
    ['state', 9, row?.state ?? ''],
    ['started UTC', 16, minuteOf(row?.startedAt)],
    ['stopped UTC', 16, minuteOf(row?.stoppedAt)],
    ['due UTC', 16, minuteOf(row?.dueAt)],
    ['elapsed', 9, hoursAndMinutes(row?.elapsedMs ?? 0)],
    ['paused', 9, hoursAndMinutes(row?.pausedMs ?? 0)],
    ['reason', 0, row?.reason ?? ''],
  ];
}

function departmentCells(row: AuditRow | undefined, clocks: readonly AnyClockName[]): Cells {
  return clocks.includes('ownership') ? [['department', 0, row?.department ?? '']] : [];
}

function timesCells(row: TimesRow | undefined): Cells {
  const times = Object.entries(row?.timeInStatus ?? {}).map(([status, ms]) => `${status}: ${ms}`);
  return [
    ['issue', 14, row?.issue ?? ''],
    ['firstResponseAt', 24, row?.firstResponseAt ?? null],
    ['timeInStatus', 0, times.join('; ')],
  ];
}

function orderCsvCells(row: OrderRow | undefined): Cells {
  return [
    ['issue', 0, row?.issue ?? ''],
    ['startedAt', 0, row?.startedAt ?? ''],
    ['waitsFor', 0, row?.waitsFor.join(' ') ?? ''],
    ['freeAt', 0, row?.freeAt ?? null],
    ['waitSeconds', 0, (row?.waitMs ?? 0) / 1000],
    ['wait', 0, hoursAndMinutes(row?.waitMs ?? 0)],
  ];
}

function orderTableCells(row: OrderRow | undefined): Cells {
  return [
    ['issue', 14, row?.issue ?? ''],
    ['started UTC', 16, minuteOf(row?.startedAt)],
    ['free UTC', 16, minuteOf(row?.freeAt)],
    ['wait', 9, hoursAndMinutes(row?.waitMs ?? 0)],
    ['waits for', 0, row?.waitsFor.join(', ') ?? ''],
  ];
}

/** `2026-11-20T10:00:00.000Z` as `2026-11-20 10:00`, for the eye. */
function minuteOf(iso: string | null | undefined): string | null {
  return iso == null ? null : iso.slice(0, 16).replace('T', ' ');
}
