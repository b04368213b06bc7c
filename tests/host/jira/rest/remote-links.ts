import * as v from 'valibot';
import { issueOfCall } from '../call-values';
import { type Call, type Endpoint, refuse } from '../endpoint';
import { parseBody } from '../parse-body';
import { demand } from '../permissions';
import { nextId } from '../state/state';
import type { RemoteLink } from '../state/types';

const all = '/rest/api/3/issue/{issueIdOrKey}/remotelink';
const one = `${all}/{linkId}`;

/** Links to things outside of Jira: a page, an issue of another site. They are no issue links. */
export const remoteLinkEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: all, query: ['globalId'], answer: listLinks },
  {
    method: 'POST',
    path: all,
    body: ['globalId', 'application', 'relationship', 'object'],
    answer: putLink,
  },
  { method: 'GET', path: one, answer: (call) => ({ status: 200, body: shown(call, found(call)) }) },
  {
    method: 'DELETE',
    path: one,
    answer: (call) => {
      const issue = issueOfCall(call);
      demand(call.site.state, call.actor, 'LINK_ISSUES', issue);
      const gone = found(call);
      issue.remoteLinks = issue.remoteLinks.filter((link) => link !== gone);
      return { status: 204 };
    },
  },
];

function listLinks(call: Call) {
  const { remoteLinks } = issueOfCall(call);
  const globalId = call.query.get('globalId');
  if (globalId === null) {
    return { status: 200, body: remoteLinks.map((link) => shown(call, link)) };
  }
  const link = remoteLinks.find((candidate) => candidate.globalId === globalId);
  if (!link) throw refuse(404, 'No remote link with this globalId.');
  return { status: 200, body: shown(call, link) };
}

const free = v.record(v.string(), v.unknown());
const RemoteLinkBody = v.strictObject({
  globalId: v.exactOptional(v.string()),
  relationship: v.exactOptional(v.string()),
  application: v.exactOptional(free, {}),
  object: v.looseObject({ url: v.string(), title: v.string() }),
});

/** A known globalId is written over; what the request leaves out becomes null. */
function putLink(call: Call) {
  const issue = issueOfCall(call);
  demand(call.site.state, call.actor, 'LINK_ISSUES', issue);
  const { globalId = null, relationship = null, ...rest } = parseBody(RemoteLinkBody, call.rawBody);
  const known = issue.remoteLinks.find((link) => globalId !== null && link.globalId === globalId);
  const facts = { globalId, relationship, ...rest };
  const link = known ?? { id: Number(nextId(call.site.state)), ...facts };
  if (known) Object.assign(known, facts);
  else issue.remoteLinks.push(link);
  const { id, self } = shown(call, link);
  return { status: known ? 200 : 201, body: { id, self } };
}

function found(call: Call): RemoteLink {
  const link = issueOfCall(call).remoteLinks.find(({ id }) => String(id) === call.path.linkId);
  if (link) return link;
  throw refuse(404, `No remote link with id '${call.path.linkId}' exists.`);
}

function shown(call: Call, { id, globalId, relationship, application, object }: RemoteLink) {
  return {
    id,
    self: `http://127.0.0.1/rest/api/3/issue/${issueOfCall(call).key}/remotelink/${id}`,
    ...(globalId === null ? {} : { globalId }),
    ...(relationship === null ? {} : { relationship }),
    application,
    object,
  };
}
