import { CLIENT_FIELD, readFields } from '../../lib/create-meta';
import { http } from '../../lib/http';
import type { Issue } from '../../lib/jira-types';
import { useLoad } from '../../lib/use-load';
import { DetailRow } from './detail-row';

type ClientFieldProps = {
  issue: Issue;
  onChange: (fields: Record<string, unknown>) => void;
};

type Permissions = { permissions: { EDIT_ISSUES?: { havePermission: boolean } } };

async function mayEdit(issueKey: string): Promise<boolean> {
  const path = `/rest/api/3/mypermissions?permissions=EDIT_ISSUES&issueKey=${issueKey}`;
  return (await http.get<Permissions>(path)).permissions.EDIT_ISSUES?.havePermission === true;
}

/** Whose issue it is, where the project's screens have the field; a list for those who may edit. */
export function ClientField({ issue, onChange }: ClientFieldProps) {
  const { project, issuetype, [CLIENT_FIELD]: client } = issue.fields;
  const offered = useLoad(`clients ${issue.key} ${issuetype.id}`, async () => {
    if (!(await mayEdit(issue.key))) return [];
    const fields = await readFields(project.key, issuetype.id);
    return fields.get(CLIENT_FIELD)?.allowedValues ?? [];
  });
  const values = offered.data ?? [];
  if (values.length === 0)
    return client ? <DetailRow name="Client">{client.value}</DetailRow> : null;
  return (
    <DetailRow name="Client">
      <select
        aria-label="Client"
        className="field quiet-field"
        value={client?.id ?? ''}
        onChange={(event) => {
          const id = event.target.value;
          onChange({ [CLIENT_FIELD]: id === '' ? null : { id } });
        }}
      >
        <option value="">None</option>
        {values.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </DetailRow>
  );
}
