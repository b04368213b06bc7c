import type { InvocationRecord } from '../../../../forge/invocation';
import { inMs } from './cost';

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

export function InvocationDetail({ item }: { item: InvocationRecord }) {
  const { error } = item;
  const calls = item.jiraCalls.map(
    ({ method, path, as, status, points, ms }) =>
      `${status} ${method} ${path}   as ${as}, ${points} points, ${inMs(ms)}`,
  );
  const statements = item.sql.map(({ statement, ms, rows, error: refused }) =>
    [`${inMs(ms)}, ${rows} rows   ${statement}`, ...(refused ? [refused] : [])].join('\n    '),
  );
  const { reads, writes } = item.kvs;
  const rest = [
    `module ${item.moduleKey}`,
    `memory ${Math.round(item.usedMb ?? 0)} of ${item.memoryMb} MB`,
    `${item.gbSeconds.toFixed(3)} GB-seconds`,
    `key-value store: ${reads} reads, ${writes} writes`,
  ];
  return (
    <div className="invocation-detail">
      {error && <Part title="Error" lines={[error]} />}
      <Part title="Jira calls" lines={calls} />
      <Part title="SQL" lines={statements} />
      <Part title="Logs" lines={item.logs.map(({ level, text }) => `${level}  ${text}`)} />
      <Part title="Other" lines={rest} />
    </div>
  );
}
