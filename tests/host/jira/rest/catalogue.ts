import { pageBody, pageOf } from '../call-values';
import { type Call, type Endpoint, refuse } from '../endpoint';
import {
  categoryBody,
  issueTypeBody,
  linkTypeBody,
  resolutionBody,
  statusBody,
} from '../render/names';
import type { Field } from '../state/types';

const categories = ['new', 'indeterminate', 'done'] as const;

/** Fields, statuses, types: what the site has, the same for everybody. */
export const catalogueEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/rest/api/3/field',
    answer: ({ site }) => ({ status: 200, body: [...site.state.fields.values()].map(fieldBody) }),
  },
  {
    method: 'GET',
    path: '/rest/api/3/status',
    answer: ({ site }) => ({
      status: 200,
      body: [...site.state.statuses.values()].map(statusBody),
    }),
  },
  {
    method: 'GET',
    path: '/rest/api/3/statuscategory',
    answer: () => ({ status: 200, body: categories.map(categoryBody) }),
  },
  {
    method: 'GET',
    path: '/rest/api/3/issuetype',
    answer: ({ site }) => ({
      status: 200,
      body: [...site.state.issueTypes.values()].map(issueTypeBody),
    }),
  },
  {
    method: 'GET',
    path: '/rest/api/3/issueLinkType',
    answer: ({ site }) => ({
      status: 200,
      body: { issueLinkTypes: [...site.state.linkTypes.values()].map(linkTypeBody) },
    }),
  },
  {
    method: 'GET',
    path: '/rest/api/3/resolution/search',
    query: ['startAt', 'maxResults'],
    answer: (call) => {
      const { state } = call.site;
      const bodies = state.resolutions.map(({ id }) => ({
        ...(resolutionBody(state, id) as object),
      }));
      return { status: 200, body: pageBody(bodies, pageOf(call, 50, 50)) };
    },
  },
  { method: 'GET', path: '/rest/api/3/issueLinkType/{issueLinkTypeId}', answer: oneLinkType },
];

function oneLinkType({ site, path }: Call) {
  const type = site.state.linkTypes.get(path.issueLinkTypeId ?? '');
  if (!type) throw refuse(404, `No issue link type with id '${path.issueLinkTypeId}' found.`);
  return { status: 200, body: linkTypeBody(type) };
}

const customTypes: Partial<Record<Field['type'], string>> = {
  option: 'com.atlassian.jira.plugin.system.customfieldtypes:select',
  date: 'com.atlassian.jira.plugin.system.customfieldtypes:datepicker',
};

export function fieldSchema(field: Field): Record<string, unknown> {
  if (!field.custom) return { type: field.type, system: field.id };
  return {
    type: field.type,
    custom: customTypes[field.type] ?? `com.atlassian.jira.plugin.system:${field.type}`,
    customId: Number(field.id.replace('customfield_', '')),
  };
}

/** Names are not unique on real sites; custom fields answer to cf[id] and to their name. */
function fieldBody(field: Field): Record<string, unknown> {
  const clauseNames = field.custom
    ? [`cf[${field.id.replace('customfield_', '')}]`, field.name]
    : [field.id];
  return {
    id: field.id,
    key: field.id,
    name: field.name,
    custom: field.custom,
    orderable: field.onScreen,
    navigable: true,
    searchable: true,
    clauseNames,
    schema: fieldSchema(field),
  };
}
