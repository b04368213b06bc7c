import { shortDate } from '../lib/dates';
import type { Issue } from '../lib/jira-types';
import { Link } from '../lib/router';
import { useSession } from '../lib/session';
import { IssueTypeIcon } from './issue-type-icon';
import { Person } from './person';
import { PriorityIcon } from './priority-icon';
import { StatusLozenge } from './status-lozenge';

/** Which issues are ticked, where a table lets them be. */
export type Selection = { keys: ReadonlySet<string>; toggle: (issueKey: string) => void };

type RowProps = { issue: Issue; locale: string; selection: Selection | undefined };

function Row({ issue, locale, selection }: RowProps) {
  const { summary, status, issuetype, priority, assignee, duedate } = issue.fields;
  return (
    <tr>
      {selection && (
        <td>
          <input
            type="checkbox"
            aria-label={`Select ${issue.key}`}
            checked={selection.keys.has(issue.key)}
            onChange={() => selection.toggle(issue.key)}
          />
        </td>
      )}
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

type IssueTableProps = { issues: Issue[]; label: string; selection?: Selection };

export function IssueTable({ issues, label, selection }: IssueTableProps) {
  const { session } = useSession();
  return (
    <table className="table" aria-label={label}>
      <thead>
        <tr>
          {selection && <td />}
          {['Key', 'Summary', 'Status', 'Assignee', 'Priority', 'Due'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {issues.map((issue) => (
          <Row key={issue.key} issue={issue} locale={session.locale} selection={selection} />
        ))}
      </tbody>
    </table>
  );
}
