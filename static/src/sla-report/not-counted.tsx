import type { SlaReport } from '../../../src/contract/sla-report';
import { useTexts } from '../ui/viewer';
import { leftOutOf, shownClocks } from './figures';

/** "Not counted": what the percentages leave out, so that nobody has to guess. */
export function NotCounted({ report }: { report: SlaReport }) {
  const { report: texts, issue } = useTexts();
  const rows = shownClocks(report)
    .map((clock) => ({ name: issue.clock[clock], leftOut: leftOutOf(report[clock]) }))
    .filter((row) => row.leftOut.length > 0);
  if (rows.length === 0) return null;
  return (
    <dl className="not-counted small">
      <dt className="subtle">{texts.notCounted}</dt>
      {rows.map((row) => (
        <dd key={row.name}>
          {row.name}: {row.leftOut.map((it) => texts[it.reason](it.count)).join(', ')}
        </dd>
      ))}
    </dl>
  );
}
