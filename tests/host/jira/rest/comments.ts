import { demandAdf } from '../adf';
import { issueOfCall, pageOf, zoneOf } from '../call-values';
import { addComment, deleteComment, editComment } from '../change/comment-issue';
import { type Call, type Endpoint, NotModelled, refuse } from '../endpoint';
import { actorId, demand, mayInProject, maySeeComment, projectOf } from '../permissions';
import { commentBody } from '../render/comment';
import type { Comment, Issue } from '../state/types';

const all = '/rest/api/3/issue/{issueIdOrKey}/comment';
const one = `${all}/{id}`;

export const commentEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: all, query: ['startAt', 'maxResults', 'orderBy'], answer: listComments },
  {
    method: 'POST',
    path: all,
    body: ['body', 'visibility'],
    answer: (call) => {
      const { site, actor } = call;
      const issue = issueOfCall(call);
      demand(site.state, actor, 'ADD_COMMENTS', issue);
      const body = demandAdf('comment', call.body.body);
      const comment = addComment(site, actor, issue, { body, ...visibilityOf(call) });
      return { status: 201, body: shown(call, issue, comment) };
    },
  },
  {
    method: 'GET',
    path: one,
    answer: (call) => {
      const { issue, comment } = existing(call);
      return { status: 200, points: 2, body: shown(call, issue, comment) };
    },
  },
  {
    method: 'PUT',
    path: one,
    body: ['body', 'visibility'],
    answer: (call) => {
      const { issue, comment } = existing(call);
      demandOwn(call, issue, comment, 'EDIT');
      const body = demandAdf('comment', call.body.body);
      editComment(call.site, call.actor, issue, comment, { body, ...visibilityOf(call) });
      return { status: 200, body: shown(call, issue, comment) };
    },
  },
  {
    method: 'DELETE',
    path: one,
    answer: (call) => {
      const { issue, comment } = existing(call);
      demandOwn(call, issue, comment, 'DELETE');
      deleteComment(call.site, call.actor, issue, comment);
      return { status: 204 };
    },
  },
];

function listComments(call: Call) {
  const issue = issueOfCall(call);
  const { startAt, maxResults } = pageOf(call, 100, 100);
  const direction = call.query.get('orderBy')?.startsWith('-') ? -1 : 1;
  const seen = issue.comments.filter((comment) =>
    maySeeComment(call.site.state, call.actor, comment),
  );
  const comments = [...seen]
    .sort((a, b) => direction * (a.created - b.created))
    .slice(startAt, startAt + maxResults)
    .map((comment) => shown(call, issue, comment));
  const body = { startAt, maxResults, total: seen.length, comments };
  return { status: 200, points: 1 + comments.length, body };
}

const shown = (call: Call, issue: Issue, comment: Comment) =>
  commentBody(call.site.state, issue, comment, zoneOf(call));

function existing(call: Call): { issue: Issue; comment: Comment } {
  const issue = issueOfCall(call);
  const comment = issue.comments.find(({ id }) => id === call.path.id);
  if (!comment || !maySeeComment(call.site.state, call.actor, comment))
    throw refuse(404, `Can not find a comment for the id: ${call.path.id}.`);
  return { issue, comment };
}

function demandOwn(call: Call, issue: Issue, comment: Comment, deed: 'EDIT' | 'DELETE'): void {
  const { state } = call.site;
  const own = comment.authorId === actorId(state, call.actor);
  const permission = `${deed}_${own ? 'OWN' : 'ALL'}_COMMENTS`;
  if (mayInProject(state, call.actor, permission, projectOf(state, issue))) return;
  throw refuse(403, `You do not have the permission ${permission}.`);
}

/** Restricted to a group by name; null or nothing: to nobody. Roles are not modelled. */
function visibilityOf({ site, body }: Call): Pick<Comment, 'visibility'> {
  const asked = body.visibility as { type?: string; value?: string; identifier?: string } | null;
  if (asked === undefined || asked === null) return {};
  if (asked.type !== 'group') throw new NotModelled(`visibility of type ${asked.type}`);
  const name = asked.identifier ?? asked.value ?? '';
  if (!site.state.groups.has(name)) throw refuse(400, `Group with name '${name}' does not exist.`);
  return { visibility: { type: 'group', name } };
}
