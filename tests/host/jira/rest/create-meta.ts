import { pageBody, pageOf } from '../call-values';
import { type Call, type Endpoint, refuse } from '../endpoint';
import { mayInProject } from '../permissions';
import { issueTypeBody, optionBody, priorityBody, typeOf } from '../render/names';
import { projectRef } from '../render/project';
import { must } from '../state/state';
import type { Field, IssueType, Project } from '../state/types';
import { fieldSchema } from './catalogue';
import { projectOfCall } from './projects';

/** What the create screen asks for, by project and issue type. */
export const createMetaEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes',
    query: ['startAt', 'maxResults'],
    answer: (call) => {
      const { state } = call.site;
      const types = creatable(call).issueTypeIds.map((id) => issueTypeBody(typeOf(state, id)));
      return { status: 200, body: renamed(call, types, 'issueTypes') };
    },
  },
  {
    method: 'GET',
    path: '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}',
    query: ['startAt', 'maxResults'],
    answer: (call) => {
      const project = creatable(call);
      const id = call.path.issueTypeId ?? '';
      if (!project.issueTypeIds.includes(id)) throw refuse(404, 'The issue type was not found.');
      const type = must(call.site.state.issueTypes, id);
      const fields = [...call.site.state.fields.values()]
        .filter((field) => field.onScreen)
        .map((field) => fieldMeta(call, project, type, field));
      return { status: 200, body: renamed(call, fields, 'fields') };
    },
  },
];

function creatable(call: Call): Project {
  const project = projectOfCall(call);
  if (mayInProject(call.site.state, call.actor, 'CREATE_ISSUES', project)) return project;
  throw refuse(404, `You cannot create issues in the project '${project.key}'.`);
}

/** These two pages have no isLast and name their list. */
function renamed(call: Call, all: readonly unknown[], name: string): Record<string, unknown> {
  const { values, startAt, maxResults, total } = pageBody(all, pageOf(call, 50, 200));
  return { startAt, maxResults, total, [name]: values };
}

function fieldMeta(call: Call, project: Project, type: IssueType, field: Field) {
  return {
    required: isRequired(type, field),
    schema: fieldSchema(field),
    name: field.name,
    key: field.id,
    fieldId: field.id,
    hasDefaultValue: field.id === 'priority',
    operations: field.id === 'labels' ? ['add', 'set', 'remove'] : ['set'],
    ...allowedValues(call, project, type, field),
  };
}

const isRequired = (type: IssueType, field: Field): boolean =>
  ['summary', 'project', 'issuetype'].includes(field.id) || (field.id === 'parent' && type.subtask);

function allowedValues(call: Call, project: Project, type: IssueType, field: Field) {
  const { state } = call.site;
  switch (field.id) {
    case 'project':
      return { allowedValues: [projectRef(project)] };
    case 'issuetype':
      return { allowedValues: [issueTypeBody(type)] };
    case 'priority':
      return { allowedValues: state.priorities.map(({ id }) => priorityBody(state, id)) };
    default:
      return field.options ? { allowedValues: field.options.map(optionBody) } : {};
  }
}
