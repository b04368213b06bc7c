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

/** The whole result as a document. */
export function asMarkdown(machine: string, tables: readonly ResultTable[]): string {
  const date = new Date().toISOString().slice(0, 10);
  const parts = [
    '# Results of `npm run bench`',
    `Measured ${date} on ${machine}. Written by \`npm run bench -- --write\`; every part is a process of its own, on an esbuild bundle, with a garbage collector of one thread; rates are per second of processor time, medians of seven samples after a warm-up.`,
    ...tables.map(markdownTable),
  ];
  return `${parts.join('\n\n')}\n`;
}

function markdownTable({ title, how, columns, rows, notes = [] }: ResultTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = line(columns.map((_, index) => (index === 0 ? '---' : '---:')));
  const table = rows.length === 0 ? [] : [[line(columns), rule, ...rows.map(line)].join('\n')];
  return [`## ${title}`, how, ...table, ...notes].join('\n\n');
}
