import { http } from './http';
import type { IssueType, Named } from './jira-types';

export type FieldMeta = { fieldId: string; required?: boolean; allowedValues?: Named[] };

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
  const page = await http.get<{ fields: FieldMeta[] }>(`${types}/${typeId}?maxResults=${MOST}`);
  return new Map(page.fields.map((field) => [field.fieldId, field]));
}
