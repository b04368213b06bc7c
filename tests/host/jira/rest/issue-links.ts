import { demandAdf } from '../adf';
import { addComment } from '../change/comment-issue';
import { linkIssues, unlinkIssues } from '../change/link-issues';
import { type Call, type Endpoint, NotModelled, refuse } from '../endpoint';
import { demand, maySeeIssue, visibleIssue } from '../permissions';
import { stubBody } from '../render/fields';
import { linkTypeBody, self } from '../render/names';
import { must } from '../state/state';
import type { Issue, IssueLink, LinkType } from '../state/types';

interface IssueRef {
  id?: string;
  key?: string;
}

export const issueLinkEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/rest/api/3/issueLink',
    body: ['type', 'inwardIssue', 'outwardIssue', 'comment'],
    answer: postLink,
  },
  {
    method: 'GET',
    path: '/rest/api/3/issueLink/{linkId}',
    answer: (call) => {
      const { state } = call.site;
      const { id, typeId, sourceId, destinationId } = visibleLink(call);
      const body = {
        id,
        self: self(`issueLink/${id}`),
        type: linkTypeBody(must(state.linkTypes, typeId)),
        inwardIssue: stubBody(state, must(state.issues, sourceId)),
        outwardIssue: stubBody(state, must(state.issues, destinationId)),
      };
      return { status: 200, points: 3, body };
    },
  },
  {
    method: 'DELETE',
    path: '/rest/api/3/issueLink/{linkId}',
    answer: (call) => {
      const { site, actor } = call;
      const link = visibleLink(call);
      demand(site.state, actor, 'LINK_ISSUES', must(site.state.issues, link.sourceId));
      unlinkIssues(site, actor, link);
      return { status: 204 };
    },
  },
];

/**
 * {type: Blocks, inwardIssue: A, outwardIssue: B} means: A blocks B. The answer is empty: no id.
 * The permission to link is needed on the outward ("from") issue's project only.
 */
function postLink(call: Call) {
  const { site, actor, body } = call;
  const type = linkTypeFor(call, body.type);
  const source = issueFor(call, body.inwardIssue);
  const destination = issueFor(call, body.outwardIssue);
  demand(site.state, actor, 'LINK_ISSUES', destination);
  linkIssues(site, actor, type, { source, destination });
  const { comment } = body as { comment?: { body?: unknown } };
  if (comment) {
    demand(site.state, actor, 'ADD_COMMENTS', source);
    addComment(site, actor, source, { body: demandAdf('comment', comment.body) });
  }
  return { status: 201 };
}

/** `update.issuelinks[].add` of an issue: the named issue is the other end. */
export function addLinksOfUpdate(call: Call, issue: Issue, operations: readonly unknown[]): void {
  const { site, actor } = call;
  for (const operation of operations) {
    const { add } = operation as { add?: Record<string, unknown> };
    if (!add) throw new NotModelled('an operation on issuelinks other than add');
    const type = linkTypeFor(call, add.type);
    demand(site.state, actor, 'LINK_ISSUES', issue);
    const ends = add.outwardIssue
      ? { source: issue, destination: issueFor(call, add.outwardIssue) }
      : { source: issueFor(call, add.inwardIssue), destination: issue };
    linkIssues(site, actor, type, ends);
  }
}

function linkTypeFor({ site }: Call, value: unknown): LinkType {
  const { id, name } = (value ?? {}) as { id?: string; name?: string };
  const types = [...site.state.linkTypes.values()];
  const type = types.find((candidate) =>
    id === undefined ? candidate.name.toLowerCase() === name?.toLowerCase() : candidate.id === id,
  );
  if (type) return type;
  throw refuse(404, `No issue link type with name '${name ?? id}' found.`);
}

function issueFor({ site, actor }: Call, value: unknown): Issue {
  const { id, key } = (value ?? {}) as IssueRef;
  return visibleIssue(site.state, actor, String(key ?? id ?? ''));
}

function visibleLink({ site, actor, path }: Call): IssueLink {
  const { state } = site;
  const link = state.links.get(path.linkId ?? '');
  const seen =
    link &&
    [link.sourceId, link.destinationId].every((id) =>
      maySeeIssue(state, actor, must(state.issues, id)),
    );
  if (link && seen) return link;
  throw refuse(404, `No issue link with id '${path.linkId}' exists.`);
}
