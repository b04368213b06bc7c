import type { BreachRow, SlaReport } from '../../../src/contract/sla-report';
import { durationText } from '../i18n/duration';
import { IssueLink } from '../ui/issue-link';
import { TableFrame } from '../ui/table-frame';
import { Moment } from '../ui/times';
import { useTexts, useViewer } from '../ui/viewer';

/** Every breach that the viewer may see, newest first, and how many he may not. */
export function BreachTable({ report }: { report: SlaReport }) {
  const { report: texts } = useTexts();
  const { visible, total } = report.breachesSeen;
  if (total === 0) return <p className="subtle">{texts.noBreaches}</p>;
  return (
    <div className="stack stack-tight">
      <h3>{texts.breaches(total)}</h3>
      {visible < total && <p className="subtle">{texts.youSee(visible, total)}</p>}
      {report.breaches.length > 0 && <Breaches report={report} />}
    </div>
  );
}

function Breaches({ report }: { report: SlaReport }) {
  const { report: texts } = useTexts();
  const { columns } = texts;
  return (
    <TableFrame label={texts.breaches(report.breachesSeen.total)}>
      <thead>
        <tr>
          <th scope="col">{columns.issue}</th>
          <th scope="col">{columns.priority}</th>
          <th scope="col">{columns.clock}</th>
          <th scope="col">{columns.department}</th>
          <th scope="col" className="number">
            {columns.overrun}
          </th>
          <th scope="col">{columns.when}</th>
        </tr>
      </thead>
      <tbody>
        {report.breaches.map((breach) => (
          <Breach
            key={`${breach.issueKey}-${breach.clock}-${breach.breachedAt}`}
            breach={breach}
            now={Date.parse(report.now)}
          />
        ))}
      </tbody>
    </TableFrame>
  );
}

function Breach({ breach, now }: { breach: BreachRow; now: number }) {
  const { language, texts } = useViewer();
  const { report } = texts;
  return (
    <tr>
      <th scope="row" className="table-wide-cell">
        <IssueLink issueKey={breach.issueKey} /> <bdi>{breach.summary}</bdi>
      </th>
      <td>{breach.priority ?? <span className="subtle">{report.noPriority}</span>}</td>
      <td>{texts.issue.clock[breach.clock]}</td>
      <td className="table-name-cell">
        <bdi>{breach.department}</bdi>
      </td>
      <td className="number nowrap danger">+{durationText(breach.overrunMs, language)}</td>
      <td>
        <Moment at={breach.breachedAt} now={now} />
        <div className="small">
          {breach.isOpen ? <strong>{report.open}</strong> : report.closed}
        </div>
      </td>
    </tr>
  );
}
