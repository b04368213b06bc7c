import { cpus, totalmem } from 'node:os';

/** On what it was measured: results mean nothing without it. */
export function describeMachine(): string {
  const [first] = cpus();
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
  const cores = `${cpus().length} cores, ${gigabytes} GB`;
  return `${first?.model.trim() ?? 'unknown processor'}, ${cores}, Node ${process.version}, ${process.platform}`;
}
