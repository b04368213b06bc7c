import { Person } from '../../kit/person';
import { PriorityIcon } from '../../kit/priority-icon';
import { Time } from '../../kit/time';
import type { Issue } from '../../lib/jira-types';
import { Link } from '../../lib/router';
import { AssigneeField } from './assignee-field';
import { ClientField } from './client-field';
import { DetailRow } from './detail-row';
import { editIssue } from './edit-issue';
import { LabelsField } from './labels-field';
import { PriorityField } from './priority-field';

type DetailsProps = { issue: Issue; reload: () => Promise<void> };

export function Details({ issue, reload }: DetailsProps) {
  const { assignee, reporter, priority, duedate, labels, parent, created, updated } = issue.fields;
  const save = (fields: Record<string, unknown>) => void editIssue(issue.key, fields, reload);
  return (
    <details className="side-group" open>
      <summary>Details</summary>
      <div className="detail-rows">
        <DetailRow name="Assignee">
          <AssigneeField issueKey={issue.key} assignee={assignee ?? null} onChange={save} />
        </DetailRow>
        <DetailRow name="Reporter">
          <Person user={reporter} />
        </DetailRow>
        <DetailRow name="Priority">
          <PriorityIcon priority={priority} />
          <PriorityField issue={issue} onChange={save} />
        </DetailRow>
        <ClientField issue={issue} onChange={save} />
        <DetailRow name="Due date">
          <input
            type="date"
            aria-label="Due date"
            className="field quiet-field"
            key={duedate}
            defaultValue={duedate ?? ''}
            onChange={(event) => save({ duedate: event.target.value || null })}
          />
        </DetailRow>
        {parent && (
          <DetailRow name="Parent">
            <Link href={`/browse/${parent.key}`}>
              {parent.key} {parent.fields.summary}
            </Link>
          </DetailRow>
        )}
        <DetailRow name="Labels">
          <LabelsField labels={labels ?? []} onChange={save} />
        </DetailRow>
      </div>
      <p className="detail-times">
        {created && (
          <span>
            Created <Time at={created} />
          </span>
        )}
        {updated && (
          <span>
            Updated <Time at={updated} />
          </span>
        )}
      </p>
    </details>
  );
}
