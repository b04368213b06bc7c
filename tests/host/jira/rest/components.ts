import { type Endpoint, refuse } from '../endpoint';
import { maySee } from '../permissions';
import { self, userById } from '../render/names';
import { must } from '../state/state';

export const componentEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/rest/api/3/component/{id}',
    answer: ({ site: { state }, actor, path }) => {
      const component = state.components.get(path.id ?? '');
      const project = component && must(state.projects, component.projectId);
      if (!component || !project || !maySee(state, actor, project)) {
        throw refuse(404, `The component with id ${path.id} does not exist.`);
      }
      const { id, name, leadAccountId } = component;
      const lead = leadAccountId === null ? {} : { lead: userById(state, leadAccountId) };
      return {
        status: 200,
        body: {
          ...{ self: self(`component/${id}`), id, name, ...lead, isAssigneeTypeValid: false },
          ...{ assigneeType: 'PROJECT_DEFAULT', project: project.key },
          projectId: Number(project.id),
        },
      };
    },
  },
];
