import type { JiraState } from '../state/state';
import type { Project } from '../state/types';
import { avatarUrls } from './avatar';
import { issueTypeBody, self, typeOf, userById } from './names';

/** A project as issues carry it. */
export function projectRef(project: Project): Record<string, unknown> {
  return {
    self: self(`project/${project.id}`),
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: project.typeKey,
    simplified: project.isTeamManaged,
    avatarUrls: avatarUrls(project.name),
  };
}

const styleOf = (project: Project): string => (project.isTeamManaged ? 'next-gen' : 'classic');

/** A project as project/search lists it. */
export function projectSummary(project: Project): Record<string, unknown> {
  return {
    ...projectRef(project),
    style: styleOf(project),
    isPrivate: false,
  };
}

export function projectDetails(state: JiraState, project: Project): Record<string, unknown> {
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    ...projectRef(project),
    description: '',
    lead: userById(state, project.leadAccountId),
    components: [],
    issueTypes: project.issueTypeIds.map((id) => issueTypeBody(typeOf(state, id))),
    assigneeType: 'UNASSIGNED',
    versions: [],
    roles: {},
    style: styleOf(project),
    isPrivate: false,
    properties: {},
  };
}
