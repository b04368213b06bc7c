import type { InvocationRecord } from '../../../../forge/invocation';
import { inMs, pointsOf, sqlMsOf } from './cost';

export function InspectorSums({ items }: { items: InvocationRecord[] }) {
  const total = (cost: (item: InvocationRecord) => number) =>
    items.reduce((all, item) => all + cost(item), 0);
  const sums: [string, string][] = [
    ['Invocations', String(items.length)],
    ['Failed', String(items.filter((item) => item.error !== undefined).length)],
    ['Function time', inMs(total((item) => item.ms))],
    ['GB-seconds', total((item) => item.gbSeconds).toFixed(2)],
    ['Jira calls', String(total((item) => item.jiraCalls.length))],
    ['Points', String(total(pointsOf))],
    ['SQL statements', String(total((item) => item.sql.length))],
    ['SQL time', inMs(total(sqlMsOf))],
  ];
  return (
    <dl className="sums" aria-label="Totals">
      {sums.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
