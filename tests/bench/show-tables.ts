import type { ResultTable } from './measure';

/** A table for the terminal. */
export function asText({ title, how, columns, rows, notes = [] }: ResultTable): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => (row[index] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) =>
        index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join('  ');
  return [title, `  ${how}`, line(columns), ...rows.map(line), ...notes].join('\n');
}

export type MeasuredPart = {
  readonly date: string;
  readonly machine: string;
  readonly tables: readonly ResultTable[];
};

const HOW = [
  'Written by `npm run bench -- --write`. Every part is a process of its own. Rates are per second',
  'of processor time (one core, garbage collection and compilation of code included), medians of',
  'seven samples after a warm-up; the code is bundled by esbuild, as the app is.',
].join('\n');

/** The results as a document. */
export function asMarkdown(parts: readonly MeasuredPart[]): string {
  const texts = ['# Results of `npm run bench`', HOW];
  for (const { date, machine, tables } of parts) {
    const [first, ...others] = tables.map(markdownTable);
    texts.push(`${first}\n\nMeasured ${date} on ${machine}.`, ...others);
  }
  return `${texts.join('\n\n')}\n`;
}

function markdownTable({ title, how, columns, rows, notes = [] }: ResultTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = line(columns.map((_, index) => (index === 0 ? '---' : '---:')));
  const table = rows.length === 0 ? [] : [[line(columns), rule, ...rows.map(line)].join('\n')];
  return [`## ${title}`, how, ...table, ...notes].join('\n\n');
}
