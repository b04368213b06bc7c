import { http } from '../../lib/http';
import type { Named } from '../../lib/jira-types';
import { useLoad } from '../../lib/use-load';

type EditMeta = { fields: { priority?: { allowedValues?: Named[] } } };

type PriorityFieldProps = {
  issueKey: string;
  priority: Named | null;
  onChange: (fields: Record<string, unknown>) => void;
};

export function PriorityField({ issueKey, priority, onChange }: PriorityFieldProps) {
  const meta = useLoad(`editmeta ${issueKey}`, () =>
    http.get<EditMeta>(`/rest/api/3/issue/${issueKey}/editmeta`),
  );
  const allowed = meta.data?.fields.priority?.allowedValues ?? (priority ? [priority] : []);
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
