/** How long a calendar of three years takes to compile, and what it weighs. */
import { compileCalendar } from '../../../src/core/calendar/calendar';
import { instant } from '../../../src/core/time';
import { benchCalendar, ZONES } from '../bench-calendars';
import { cpuMs, median, printTables } from '../measure';

const YEARS = { from: 2025, to: 2027 };
const RANGE = { from: instant(Date.UTC(YEARS.from)), to: instant(Date.UTC(YEARS.to)) };
const WARM_UP = 100;
const KEPT = 200;
const BLOCK = 10;

function main(): void {
  const rows = ZONES.map((zone) => {
    const definition = benchCalendar(zone, YEARS);
    const compile = () => compileCalendar(definition, RANGE);
    const start = cpuMs();
    compile();
    const first = cpuMs() - start;
    for (let round = 0; round < WARM_UP; round++) compile();
    const times: number[] = [];
    const before = heldBytes();
    const kept = [];
    for (let round = 0; round < KEPT / BLOCK; round++) {
      const begin = cpuMs();
      for (let k = 0; k < BLOCK; k++) kept.push(compile());
      times.push((cpuMs() - begin) / BLOCK);
    }
    const bytes = (heldBytes() - before) / kept.length;
    return [
      zone,
      `${median(times).toFixed(2)} ms`,
      `${first.toFixed(1)} ms`,
      `${(bytes / 1024).toFixed(0)} KB`,
    ];
  });
  printTables([
    {
      title: 'Calendar: compiling three years',
      how: `2025 to 2027, 15 holidays a year, two intervals a day. Warm: the median of blocks of ten of ${KEPT} compilations. First: in this process, with the zone's shifts looked up (in the first row the runtime's zone data are loaded as well). KB: heap and buffers held by each of ${KEPT} that are kept.`,
      columns: ['zone', 'warm', 'first', 'held'],
      rows,
    },
  ]);
}

function heldBytes(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

main();
