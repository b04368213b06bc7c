/** One table of the results, as a suite prints it and the runner shows it. */
export type ResultTable = {
  readonly title: string;
  readonly how: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes?: readonly string[];
};

/** Ms of processor time that this process has used, garbage collector and compiler included. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const WARM_UP_MS = 60;
const SAMPLES = 7;
const SAMPLE_MS = 20;

/**
 * Questions per second of processor time, the median of seven samples of 20 ms or one question
 * each, after a warm-up. Processor time and not the clock: others may use the machine.
 */
export function medianRate(ask: (index: number) => number): number {
  let index = 0;
  let sum = 0;
  const sample = (ms: number): number => {
    const start = cpuMs();
    let asked = 0;
    let block = 1;
    for (;;) {
      for (let k = 0; k < block; k++) sum += ask(index++);
      asked += block;
      const passed = cpuMs() - start;
      if (passed >= ms) return (asked / passed) * 1000;
      // Reading the processor time costs something too: seldom enough not to matter.
      if (passed < ms / 16) block *= 2;
    }
  };
  const warm = sample(WARM_UP_MS);
  // Whatever takes a tenth of a second does not get faster by being asked seven times.
  const samples = warm < 10 ? 1 : SAMPLES;
  const rates = Array.from({ length: samples }, () => sample(SAMPLE_MS));
  if (Number.isNaN(sum)) throw new Error('a question was answered with NaN');
  return median(rates);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** 12345678 is `12.3 M`; below ten the first decimal counts. */
export function rateText(rate: number): string {
  if (rate >= 1e6) return `${(rate / 1e6).toFixed(1)} M`;
  if (rate >= 1e4) return `${(rate / 1e3).toFixed(0)} k`;
  return rate >= 10 ? rate.toFixed(0) : rate.toFixed(1);
}

/** The last line of a suite's output is its tables. */
export function printTables(tables: readonly ResultTable[]): void {
  process.stdout.write(`\n${JSON.stringify(tables)}\n`);
}
