import { bodyText } from '../call-values';
import { type Call, type Endpoint, refuse } from '../endpoint';
import { mayGlobally } from '../permissions';
import { linkTypeBody } from '../render/names';
import { nextId, removeLink } from '../state/state';
import type { LinkType } from '../state/types';

const all = '/rest/api/3/issueLinkType';
const one = `${all}/{issueLinkTypeId}`;
const keys = ['name', 'inward', 'outward'] as const;

export const linkTypeEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: all,
    body: keys,
    answer: (call) => {
      demandAdmin(call);
      const [name, inward, outward] = keys.map((key) => bodyText(call, key)) as [
        string,
        string,
        string,
      ];
      const { linkTypes } = call.site.state;
      const isTaken = [...linkTypes.values()].some((type) => type.name === name);
      if (isTaken) throw refuse(404, `The issue link type name '${name}' is in use.`);
      const type: LinkType = { id: nextId(call.site.state), name, inward, outward };
      linkTypes.set(type.id, type);
      return { status: 201, body: linkTypeBody(type) };
    },
  },
  {
    method: 'PUT',
    path: one,
    body: keys,
    answer: (call) => {
      const type = administered(call);
      for (const key of keys) {
        if (call.body[key] !== undefined) type[key] = bodyText(call, key);
      }
      return { status: 200, body: linkTypeBody(type) };
    },
  },
  {
    method: 'DELETE',
    path: one,
    answer: (call) => {
      const { state } = call.site;
      const type = administered(call);
      // Links of the type go with it; whether events tell of them is not documented: none here.
      for (const link of [...state.links.values()].filter(({ typeId }) => typeId === type.id)) {
        removeLink(state, link);
        for (const id of [link.sourceId, link.destinationId]) call.site.index.touch(id);
      }
      state.linkTypes.delete(type.id);
      return { status: 204 };
    },
  },
];

/** Jira answers 404, not 403, to whoever does not administer it. */
function demandAdmin({ site, actor }: Call): void {
  if (!mayGlobally(site.state, actor, 'ADMINISTER')) throw refuse(404, 'No such issue link type.');
}

function administered(call: Call): LinkType {
  demandAdmin(call);
  const type = call.site.state.linkTypes.get(call.path.issueLinkTypeId ?? '');
  if (type) return type;
  throw refuse(404, `No issue link type with id '${call.path.issueLinkTypeId}' found.`);
}
