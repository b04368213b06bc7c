import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** On what it was measured, and what else kept it busy: results mean nothing without it. */
export function describeMachine(): string {
  const [first] = cpus();
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
  const cores = `${cpus().length} cores, ${gigabytes} GB`;
  const load = `load average ${(loadavg()[0] ?? 0).toFixed(1)}`;
  const model = first?.model.trim() ?? 'unknown processor';
  return `${model}, ${cores}, Node ${process.version}, ${process.platform}, ${load}${commit()}`;
}

/** Of which state of the code; `+` where files under src differ from it. */
function commit(): string {
  const git = (...args: string[]) => spawnSync('git', args, { encoding: 'utf8' }).stdout?.trim();
  const id = git('rev-parse', '--short', 'HEAD');
  if (!id) return '';
  return `, commit ${id}${git('status', '--porcelain', '--', 'src') ? '+' : ''}`;
}
