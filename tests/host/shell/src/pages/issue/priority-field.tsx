import { readFields } from '../../lib/create-meta';
import type { Issue } from '../../lib/jira-types';
import { useLoad } from '../../lib/use-load';

type PriorityFieldProps = {
  issue: Issue;
  onChange: (fields: Record<string, unknown>) => void;
};

/**
 * The priorities that the project's create screen offers; only the present one to whom it offers
 * none.
 */
export function PriorityField({ issue, onChange }: PriorityFieldProps) {
  const { project, issuetype, priority } = issue.fields;
  const meta = useLoad(`priorities ${project.key} ${issuetype.id}`, () =>
    readFields(project.key, issuetype.id),
  );
  const allowed = meta.data?.get('priority')?.allowedValues ?? (priority ? [priority] : []);
  return (
    <select
      aria-label="Priority"
      className="field quiet-field"
      value={priority?.id ?? ''}
      onChange={(event) => onChange({ priority: { id: event.target.value } })}
    >
      {!priority && <option value="">None</option>}
      {allowed.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </select>
  );
}
