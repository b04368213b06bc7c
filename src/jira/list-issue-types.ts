import * as v from 'valibot';
import type { IssueType } from '../usecases/ports/jira-port';
import { type Jira, route } from './http';

const WireIssueType = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    subtask: v.optional(v.boolean(), false),
    hierarchyLevel: v.optional(v.number(), 0),
  }),
  v.transform(
    ({ id, name, subtask, hierarchyLevel }): IssueType => ({
      id,
      name,
      isSubtask: subtask,
      hierarchyLevel,
    }),
  ),
);

/** The types that the speaker may create in a project (at most the first 200). One read. */
export async function listIssueTypes(jira: Jira, projectId: string): Promise<readonly IssueType[]> {
  const { issueTypes } = await jira({
    method: 'GET',
    url: route`/rest/api/3/issue/createmeta/${projectId}/issuetypes?maxResults=200`,
    endpoint: '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes',
    answer: v.object({ issueTypes: v.array(WireIssueType) }),
    send: 'again',
  });
  return issueTypes;
}
