import type { ReactNode } from 'react';
import { IssueTypeIcon } from '../../kit/issue-type-icon';
import { PriorityIcon } from '../../kit/priority-icon';
import { StatusLozenge } from '../../kit/status-lozenge';
import type { IssueStub } from '../../lib/jira-types';
import { Link } from '../../lib/router';

type StubRowProps = { issue: IssueStub; children?: ReactNode };

/** One issue in a list of linked or child issues. */
export function StubRow({ issue, children }: StubRowProps) {
  const { summary, status, issuetype, priority } = issue.fields;
  return (
    <li className="stub-row" aria-label={issue.key}>
      <IssueTypeIcon type={issuetype} />
      <Link href={`/browse/${issue.key}`} className="stub-key">
        {issue.key}
      </Link>
      <span className="stub-summary" title={summary}>
        {summary}
      </span>
      <PriorityIcon priority={priority} />
      <StatusLozenge status={status} />
      {children}
    </li>
  );
}
