import { bodyList } from '../call-values';
import { setArchived } from '../change/archive-issues';
import { type Call, type Endpoint, Refusal, refuse } from '../endpoint';
import { mayGlobally } from '../permissions';

/** Archiving is for administrators of Jira (and for the Premium plan, which this Jira has). */
export const archiveEndpoints: readonly Endpoint[] = (['archive', 'unarchive'] as const).map(
  (deed) => ({
    method: 'PUT',
    path: `/rest/api/3/issue/${deed}`,
    body: ['issueIdsOrKeys'],
    answer: (call) => archive(call, deed),
  }),
);

function archive(call: Call, deed: 'archive' | 'unarchive') {
  const { site, actor } = call;
  if (!mayGlobally(site.state, actor, 'ADMINISTER')) {
    throw refuse(403, 'Only Jira administrators can archive issues.');
  }
  const named = bodyList(call, 'issueIdsOrKeys');
  if (named.length > 1_000) throw refuse(412, 'More than 1,000 issues were named.');
  const { updated, notFound, subtasks } = setArchived(site, actor, named, deed);
  const told = (message: string, list: readonly string[]) => ({
    ...{ count: list.length, issueIdsOrKeys: list, message },
  });
  const errors = {
    ...(notFound.length > 0 ? { issuesNotFound: told('Issue not found.', notFound) } : {}),
    ...(subtasks.length > 0 ? { issueIsSubtask: told('Issue is subtask.', subtasks) } : {}),
  };
  if (updated === 0) {
    const errorMessages = Object.values(errors).map(({ message }) => message);
    throw new Refusal(400, { errorMessages, errors: {} });
  }
  return { status: 200, body: { numberOfIssuesUpdated: updated, errors } };
}
