import type { Actor } from '../jira-types';
import { actorId, demand } from '../permissions';
import type { Site } from '../site';
import { linksOf, must } from '../state/state';
import type { Issue } from '../state/types';
import { workflowOfIssue } from '../state/workflows';
import { bear } from './create-issue';
import { linkIssues } from './link-issues';

/**
 * Clones the issue in its project: a new one in the first status with the same fields, linked as a
 * clone. With 'and links' it inherits the original's links, those that make it wait among them.
 */
export function cloneIssue(
  site: Site,
  actor: Actor,
  original: Issue,
  copy: 'alone' | 'and links',
): Issue {
  const { state } = site;
  demand(state, actor, 'CREATE_ISSUES', original);
  const now = site.clock.now();
  const draft: Issue = {
    ...structuredClone({ ...original, properties: new Map() }),
    formerKeys: [],
    summary: `CLONE - ${original.summary}`,
    statusId: workflowOfIssue(state, original).initial.to,
    resolutionId: null,
    resolved: null,
    creatorId: actorId(state, actor),
    created: now,
    updated: now,
    statusCategoryChanged: now,
    comments: [],
    histories: [],
    remoteLinks: [],
  };
  const clone = bear(site, actor, draft, { clonedFrom: { id: original.id, key: original.key } });
  const links = copy === 'alone' ? [] : linksOf(state, original.id);
  const cloners = [...state.linkTypes.values()].find(({ name }) => name === 'Cloners');
  if (cloners) linkIssues(site, actor, cloners, { source: clone, destination: original });
  for (const { typeId, sourceId, destinationId } of links) {
    if (typeId === cloners?.id) continue;
    const end = (id: string): Issue => (id === original.id ? clone : must(state.issues, id));
    const ends = { source: end(sourceId), destination: end(destinationId) };
    linkIssues(site, actor, must(state.linkTypes, typeId), ends);
  }
  return clone;
}
