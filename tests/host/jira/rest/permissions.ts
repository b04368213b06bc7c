import { queryList } from '../call-values';
import { type Call, type Endpoint, refuse } from '../endpoint';
import type { Actor } from '../jira-types';
import {
  actorId,
  globalPermissions,
  mayGlobally,
  mayInProject,
  maySeeIssue,
  projectOf,
  projectPermissions,
  visibleIssue,
  visibleProject,
} from '../permissions';
import type { JiraState } from '../state/state';
import type { Project } from '../state/types';

export const permissionEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/rest/api/3/mypermissions',
    query: ['permissions', 'projectKey', 'projectId', 'issueKey', 'issueId'],
    answer: myPermissions,
  },
  {
    method: 'POST',
    path: '/rest/api/3/permissions/check',
    body: ['projectPermissions', 'globalPermissions', 'accountId'],
    answer: checkPermissions,
  },
];

function myPermissions(call: Call) {
  const { state } = call.site;
  const keys = queryList(call, 'permissions');
  if (keys.length === 0) throw refuse(400, 'The permissions query parameter is required.');
  for (const key of keys) demandKnown(state, key);
  const projects = contextProjects(call);
  const entries = keys.map((key) => {
    const global = isGlobal(state, key);
    const name = projectPermissions[key] ?? globalPermissions[key] ?? key;
    const have = global
      ? mayGlobally(state, call.actor, key)
      : projects.some((project) => mayInProject(state, call.actor, key, project));
    const type = global ? 'GLOBAL' : 'PROJECT';
    return [key, { id: key, key, name, type, description: '', havePermission: have }] as const;
  });
  return {
    status: 200,
    points: 1 + 2 * keys.length,
    body: { permissions: Object.fromEntries(entries) },
  };
}

/** The issue's or project's own project; without either: any project ("somewhere"). */
function contextProjects({ site, actor, query }: Call): Project[] {
  const issue = query.get('issueKey') ?? query.get('issueId');
  if (issue) return [projectOf(site.state, visibleIssue(site.state, actor, issue))];
  const project = query.get('projectKey') ?? query.get('projectId');
  if (project) return [visibleProject(site.state, actor, project)];
  return [...site.state.projects.values()];
}

interface ProjectQuestion {
  permissions?: string[];
  issues?: number[];
  projects?: number[];
}

function checkPermissions(call: Call) {
  const { state } = call.site;
  const actor = whoIsAsked(call);
  const questions = (call.body.projectPermissions ?? []) as ProjectQuestion[];
  const globals = (call.body.globalPermissions ?? []) as string[];
  for (const key of [...globals, ...questions.flatMap((question) => question.permissions ?? [])]) {
    demandKnown(state, key);
  }
  return {
    status: 200,
    points: 3,
    body: {
      projectPermissions: questions.flatMap((question) => granted(state, actor, question)),
      globalPermissions: globals.filter((key) => mayGlobally(state, actor, key)),
    },
  };
}

/** Others than oneself may be asked about by administrators and by the app only. */
function whoIsAsked({ site, actor, body }: Call): Actor {
  const { accountId } = body;
  if (typeof accountId !== 'string' || accountId === actorId(site.state, actor)) return actor;
  if (actor.kind !== 'app' && !mayGlobally(site.state, actor, 'ADMINISTER')) {
    throw refuse(403, 'You are not allowed to check the permissions of other users.');
  }
  return { kind: 'user', accountId };
}

function granted(state: JiraState, actor: Actor, question: ProjectQuestion) {
  const projects = (question.projects ?? []).filter((id) => state.projects.has(String(id)));
  const issues = (question.issues ?? []).filter((id) => state.issues.has(String(id)));
  return (question.permissions ?? []).map((permission) => ({
    permission,
    issues: issues.filter((id) => mayOnIssue(state, actor, permission, id)),
    projects: projects.filter((id) => {
      const project = state.projects.get(String(id));
      return project !== undefined && mayInProject(state, actor, permission, project);
    }),
  }));
}

function mayOnIssue(state: JiraState, actor: Actor, permission: string, id: number): boolean {
  const issue = state.issues.get(String(id));
  if (!issue || !maySeeIssue(state, actor, issue)) return false;
  return mayInProject(state, actor, permission, projectOf(state, issue));
}

/** Global permissions of Forge apps are named by the ARI of their module. */
const isForgePermission = (key: string): boolean =>
  /^ari:cloud:ecosystem::extension\/[^/]+\/[^/]+\/static\/[^/]+$/.test(key);

const isGlobal = (state: JiraState, key: string): boolean =>
  key in globalPermissions || isForgePermission(key) || state.globalGrants.has(key);

function demandKnown(state: JiraState, key: string): void {
  if (key in projectPermissions || isGlobal(state, key)) return;
  throw refuse(400, `Unrecognized permission: ${key}`);
}
