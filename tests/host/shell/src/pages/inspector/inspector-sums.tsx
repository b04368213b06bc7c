import type { Invocation } from '../../lib/host-types';
import { errorOf, inMs, pointsOf, sqlMsOf } from './cost';

export function InspectorSums({ items }: { items: Invocation[] }) {
  const total = (cost: (item: Invocation) => number) =>
    items.reduce((all, item) => all + cost(item), 0);
  const sums: [string, string][] = [
    ['Invocations', String(items.length)],
    ['Failed', String(items.filter(errorOf).length)],
    ['Function time', inMs(total((item) => item.ms))],
    ['GB-seconds', total((item) => item.gbSeconds ?? 0).toFixed(2)],
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
