import { pageOf } from '../call-values';
import { type Call, type Endpoint, NotModelled, refuse } from '../endpoint';
import { workflowBody, workflowStatusBodies } from '../render/workflow';
import { findProject } from '../state/state';
import type { Workflow } from '../state/workflow-types';
import { projectsUsing, workflowFor } from '../state/workflows';
import { maySeeWorkflow, noWorkflowRight, visibleWorkflows } from '../workflow-rights';

/** Reading workflows: version 2 of the API, which knows no drafts. */
export const workflowEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/rest/api/3/workflows/search',
    query: ['startAt', 'maxResults', 'expand', 'queryString', 'orderBy', 'scope', 'isActive'],
    answer: searchWorkflows,
  },
  {
    method: 'POST',
    path: '/rest/api/3/workflows',
    body: ['workflowIds', 'workflowNames', 'projectAndIssueTypes'],
    answer: readWorkflows,
  },
];

function searchWorkflows(call: Call) {
  const { startAt, maxResults } = pageOf(call, 50, 200);
  const expand = call.query.get('expand');
  if (expand !== null && expand !== 'values.transitions') {
    throw new NotModelled(`expand "${expand}"`);
  }
  const found = visibleWorkflows(call).filter(filterOf(call)).sort(orderOf(call));
  const page = found.slice(startAt, startAt + maxResults);
  const isLast = startAt + page.length >= found.length;
  const self = 'http://127.0.0.1/rest/api/3/workflows/search';
  const body = {
    self,
    startAt,
    maxResults,
    total: found.length,
    isLast,
    ...(isLast ? {} : { nextPage: `${self}?startAt=${startAt + page.length}` }),
    statuses: workflowStatusBodies(call.site.state, page),
    values: page.map((one) =>
      workflowBody(one, expand === null ? 'without transitions' : 'with transitions'),
    ),
  };
  return { status: 200, points: 1 + page.length, body };
}

function filterOf({ site, query }: Call): (workflow: Workflow) => boolean {
  const words = query.get('queryString')?.toLowerCase() ?? '';
  const scope = query.get('scope')?.toUpperCase();
  const isActive = query.get('isActive');
  if (scope !== undefined && scope !== 'GLOBAL' && scope !== 'PROJECT') {
    throw refuse(400, `The scope ${scope} is not valid.`);
  }
  return (workflow) =>
    workflow.name.toLowerCase().includes(words) &&
    (scope === undefined || (workflow.projectId === null) === (scope === 'GLOBAL')) &&
    (isActive === null ||
      projectsUsing(site.state, workflow.id).length > 0 === (isActive === 'true'));
}

function orderOf({ query }: Call): (a: Workflow, b: Workflow) => number {
  const orderBy = query.get('orderBy') ?? 'name';
  const direction = orderBy.startsWith('-') ? -1 : 1;
  const field = orderBy.replace(/^[+-]/, '');
  if (field === 'name') return (a, b) => direction * a.name.localeCompare(b.name);
  if (field === 'created' || field === 'updated')
    return (a, b) => direction * (a[field] - b[field]);
  throw refuse(400, `Cannot order by ${orderBy}.`);
}

/** What is asked for and does not exist, or may not be seen, is left out without a word. */
function readWorkflows(call: Call) {
  const { site, actor } = call;
  const asked = askedWorkflows(call);
  const seen = asked.filter((one) => maySeeWorkflow(site, actor, one));
  if (seen.length === 0 && (asked.length > 0 || visibleWorkflows(call).length === 0)) {
    throw noWorkflowRight(site);
  }
  const body = {
    statuses: workflowStatusBodies(site.state, seen),
    workflows: seen.map((one) => workflowBody(one, 'with transitions')),
  };
  return { status: 200, points: 1 + seen.length, body };
}

function askedWorkflows({ site, body }: Call): Workflow[] {
  const { workflowIds, workflowNames, projectAndIssueTypes } = body as {
    workflowIds?: string[];
    workflowNames?: string[];
    projectAndIssueTypes?: { projectId: string; issueTypeId: string }[];
  };
  const all = [...site.state.workflows.values()];
  const pairs = (projectAndIssueTypes ?? []).flatMap(({ projectId, issueTypeId }) => {
    const project = findProject(site.state, projectId);
    return project?.issueTypeIds.includes(issueTypeId)
      ? [workflowFor(site.state, project, issueTypeId)]
      : [];
  });
  if (!(workflowIds?.length || workflowNames?.length || projectAndIssueTypes?.length)) {
    throw refuse(400, 'At least one workflow must be named.');
  }
  return all.filter(
    (one) =>
      workflowIds?.includes(one.id) || workflowNames?.includes(one.name) || pairs.includes(one),
  );
}
