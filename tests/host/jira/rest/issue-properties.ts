import { issueOfCall } from '../call-values';
import { deleteIssueProperty, setIssueProperty } from '../change/issue-property';
import { type Call, type Endpoint, refuse } from '../endpoint';
import { demand } from '../permissions';
import { self } from '../render/names';
import type { Issue } from '../state/types';

const one = '/rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}';

export const issuePropertyEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}/properties',
    answer: (call) => {
      const { id, properties } = issueOfCall(call);
      const keys = [...properties.keys()].map((key) => ({
        self: self(`issue/${id}/properties/${key}`),
        key,
      }));
      return { status: 200, body: { keys } };
    },
  },
  {
    method: 'GET',
    path: one,
    answer: (call) => {
      const { issue, key } = existing(call);
      return { status: 200, body: { key, value: issue.properties.get(key) } };
    },
  },
  {
    method: 'PUT',
    path: one,
    body: 'any',
    answer: (call) => {
      const issue = issueOfCall(call);
      demand(call.site.state, call.actor, 'EDIT_ISSUES', issue);
      const key = call.path.propertyKey ?? '';
      const status = issue.properties.has(key) ? 200 : 201;
      setIssueProperty(call.site, call.actor, issue, { key, value: call.rawBody });
      return { status, body: {} };
    },
  },
  {
    method: 'DELETE',
    path: one,
    answer: (call) => {
      const { issue, key } = existing(call);
      demand(call.site.state, call.actor, 'EDIT_ISSUES', issue);
      deleteIssueProperty(call.site, call.actor, issue, key);
      return { status: 204 };
    },
  },
];

function existing(call: Call): { issue: Issue; key: string } {
  const issue = issueOfCall(call);
  const key = call.path.propertyKey ?? '';
  if (issue.properties.has(key)) return { issue, key };
  throw refuse(404, `The property ${key} does not exist or you do not have permission to see it.`);
}
