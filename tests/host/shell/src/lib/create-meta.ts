import { http } from './http';
import type { IssueType, Named } from './jira-types';

export type FieldMeta = { fieldId: string; required?: boolean; allowedValues?: Named[] };
/** Jira calls the text of an option of a custom field `value`, that of everything else `name`. */
type Allowed = { id: string; name?: string; value?: string };
type WireField = Omit<FieldMeta, 'allowedValues'> & { allowedValues?: Allowed[] };

/** The custom field that says whose incident it is. */
export const CLIENT_FIELD = 'customfield_10050';

const MOST = 200;

export async function readIssueTypes(projectKey: string): Promise<IssueType[]> {
  const path = `/rest/api/3/issue/createmeta/${projectKey}/issuetypes?maxResults=${MOST}`;
  return (await http.get<{ issueTypes: IssueType[] }>(path)).issueTypes;
}

/** The fields of the create screen by id. */
export async function readFields(
  projectKey: string,
  typeId: string,
): Promise<Map<string, FieldMeta>> {
  const types = `/rest/api/3/issue/createmeta/${projectKey}/issuetypes`;
  const page = await http.get<{ fields: WireField[] }>(`${types}/${typeId}?maxResults=${MOST}`);
  return new Map(page.fields.map((field) => [field.fieldId, named(field)]));
}

function named({ allowedValues, ...field }: WireField): FieldMeta {
  if (!allowedValues) return field;
  const values = allowedValues.map(({ id, name, value }) => ({ id, name: name ?? value ?? id }));
  return { ...field, allowedValues: values };
}
