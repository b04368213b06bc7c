import { CLIENT_FIELD, readFields } from '../../lib/create-meta';
import { http } from '../../lib/http';
import type { JiraUser } from '../../lib/jira-types';
import { useLoad } from '../../lib/use-load';
import { ChoiceRow } from './choice-row';
import { FormRow } from './form-row';

type CreateFieldsProps = { projectKey: string; typeId: string };

/** The fields of the create screen that this shell knows; others keep their defaults. */
export function CreateFields({ projectKey, typeId }: CreateFieldsProps) {
  const meta = useLoad(`create-fields ${projectKey} ${typeId}`, () =>
    readFields(projectKey, typeId),
  );
  const assignable = useLoad(`create-users ${projectKey}`, () =>
    http.get<JiraUser[]>(`/rest/api/3/user/assignable/search?project=${projectKey}&maxResults=100`),
  );
  const fields = meta.data;
  return (
    <>
      <FormRow label="Summary" need="required">
        <input name="summary" className="field" required maxLength={255} />
      </FormRow>
      <FormRow label="Description">
        <textarea name="description" className="field" rows={5} />
      </FormRow>
      {fields?.has('parent') && (
        <FormRow label="Parent">
          <input name="parent" className="field" placeholder={`Key, e.g. ${projectKey}-1`} />
        </FormRow>
      )}
      <FormRow label="Assignee">
        <select name="assignee" className="field" defaultValue="">
          <option value="">Unassigned</option>
          {(assignable.data ?? []).map(({ accountId, displayName }) => (
            <option key={accountId} value={accountId}>
              {displayName ?? accountId}
            </option>
          ))}
        </select>
      </FormRow>
      <ChoiceRow
        label="Priority"
        name="priority"
        none="Default"
        values={fields?.get('priority')?.allowedValues ?? []}
      />
      <ChoiceRow
        label="Client"
        name={CLIENT_FIELD}
        none="None"
        values={fields?.get(CLIENT_FIELD)?.allowedValues ?? []}
      />
      {(!fields || fields.has('duedate')) && (
        <FormRow label="Due date">
          <input name="duedate" type="date" className="field" />
        </FormRow>
      )}
    </>
  );
}
