import { bodyText } from '../call-values';
import { type Endpoint, refuse } from '../endpoint';
import { mayInProject, maySee, visibleProject } from '../permissions';
import { self, userById } from '../render/names';
import { type JiraState, must, nextId } from '../state/state';
import type { Component } from '../state/types';

const all = '/rest/api/3/component';

export const componentEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: all,
    body: ['name', 'project', 'leadAccountId'],
    answer: (call) => {
      const { state } = call.site;
      const project = visibleProject(state, call.actor, bodyText(call, 'project') ?? '');
      if (!mayInProject(state, call.actor, 'ADMINISTER_PROJECTS', project)) {
        throw refuse(403, 'You do not have permission to administer this project.');
      }
      const { leadAccountId } = call.body;
      const component: Component = {
        ...{ id: nextId(state), name: bodyText(call, 'name') ?? '', projectId: project.id },
        leadAccountId: typeof leadAccountId === 'string' ? leadAccountId : null,
      };
      state.components.set(component.id, component);
      return { status: 201, body: componentBody(state, component) };
    },
  },
  {
    method: 'GET',
    path: `${all}/{id}`,
    answer: ({ site: { state }, actor, path }) => {
      const component = state.components.get(path.id ?? '');
      if (!component || !maySee(state, actor, must(state.projects, component.projectId))) {
        throw refuse(404, `The component with id ${path.id} does not exist.`);
      }
      return { status: 200, body: componentBody(state, component) };
    },
  },
];

function componentBody(state: JiraState, { id, name, projectId, leadAccountId }: Component) {
  return {
    ...{ self: self(`component/${id}`), id, name },
    ...(leadAccountId === null ? {} : { lead: userById(state, leadAccountId) }),
    ...{ assigneeType: 'PROJECT_DEFAULT', isAssigneeTypeValid: false },
    ...{ project: must(state.projects, projectId).key, projectId: Number(projectId) },
  };
}
