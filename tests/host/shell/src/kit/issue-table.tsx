import { shortDate } from '../lib/dates';
import type { Issue } from '../lib/jira-types';
import { Link } from '../lib/router';
import { useSession } from '../lib/session';
import { IssueTypeIcon } from './issue-type-icon';
import { Person } from './person';
import { PriorityIcon } from './priority-icon';
import { StatusLozenge } from './status-lozenge';

function Row({ issue, locale }: { issue: Issue; locale: string }) {
  const { summary, status, issuetype, priority, assignee, duedate } = issue.fields;
  return (
    <tr>
      <td className="cell-key">
        <IssueTypeIcon type={issuetype} />
        <Link href={`/browse/${issue.key}`}>{issue.key}</Link>
      </td>
      <td className="cell-wide">
        <Link href={`/browse/${issue.key}`} className="quiet-link">
          {summary}
        </Link>
      </td>
      <td>
        <StatusLozenge status={status} />
      </td>
      <td>
        <Person user={assignee} />
      </td>
      <td>
        <PriorityIcon priority={priority} />
      </td>
      <td>{duedate ? shortDate(duedate, locale) : ''}</td>
    </tr>
  );
}

export function IssueTable({ issues, label }: { issues: Issue[]; label: string }) {
  const { session } = useSession();
  return (
    <table className="table" aria-label={label}>
      <thead>
        <tr>
          {['Key', 'Summary', 'Status', 'Assignee', 'Priority', 'Due'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {issues.map((issue) => (
          <Row key={issue.key} issue={issue} locale={session.locale} />
        ))}
      </tbody>
    </table>
  );
}
