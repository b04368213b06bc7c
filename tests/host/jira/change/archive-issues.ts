import type { Actor } from '../jira-types';
import { actorId } from '../permissions';
import type { Site } from '../site';
import { childrenOf, findIssue, must } from '../state/state';
import type { Issue } from '../state/types';
import { markChanged } from './record';

export interface ArchiveResult {
  updated: number;
  notFound: string[];
  subtasks: string[];
}

/** Archives issues with their sub-tasks, or brings them back. No product event tells of it. */
export function setArchived(
  site: Site,
  actor: Actor,
  idsOrKeys: readonly string[],
  deed: 'archive' | 'unarchive',
): ArchiveResult {
  const { state } = site;
  const isSubtask = ({ typeId }: Issue): boolean => must(state.issueTypes, typeId).subtask;
  const result: ArchiveResult = { updated: 0, notFound: [], subtasks: [] };
  for (const idOrKey of idsOrKeys) {
    const issue = findIssue(state, idOrKey);
    if (!issue) result.notFound.push(idOrKey);
    else if (isSubtask(issue)) result.subtasks.push(idOrKey);
    else {
      for (const one of [issue, ...childrenOf(state, issue.id).filter(isSubtask)]) {
        one.archived =
          deed === 'archive' ? { at: site.clock.now(), by: actorId(state, actor) } : null;
        markChanged(site, one, 'issue');
        result.updated += 1;
      }
    }
  }
  return result;
}
