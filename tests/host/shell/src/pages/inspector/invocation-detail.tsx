import type { Invocation } from '../../lib/host-types';
import { errorOf, inMs } from './cost';

function lineOf(log: unknown): string {
  return typeof log === 'string' ? log : JSON.stringify(log);
}

type PartProps = { title: string; lines: string[] };

function Part({ title, lines }: PartProps) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <pre>{lines.join('\n')}</pre>
    </section>
  );
}

export function InvocationDetail({ item }: { item: Invocation }) {
  const error = errorOf(item);
  const calls = item.jiraCalls.map(
    ({ method, path, status, points, ms }) =>
      `${status} ${method} ${path}   ${points} points, ${inMs(ms)}`,
  );
  const statements = item.sql.map(
    ({ statement, ms, rows }) => `${inMs(ms)}, ${rows ?? 0} rows   ${statement}`,
  );
  const { reads, writes } = item.kvs ?? { reads: 0, writes: 0 };
  const rest = [
    ...(item.moduleKey ? [`module ${item.moduleKey}`] : []),
    ...(item.memoryMb === undefined ? [] : [`memory ${Math.round(item.memoryMb)} MB`]),
    ...(item.gbSeconds === undefined ? [] : [`${item.gbSeconds.toFixed(3)} GB-seconds`]),
    `key-value store: ${reads} reads, ${writes} writes`,
  ];
  return (
    <div className="invocation-detail">
      {error && <Part title="Error" lines={[error]} />}
      <Part title="Jira calls" lines={calls} />
      <Part title="SQL" lines={statements} />
      <Part title="Logs" lines={item.logs.map(lineOf)} />
      <Part title="Other" lines={rest} />
    </div>
  );
}
