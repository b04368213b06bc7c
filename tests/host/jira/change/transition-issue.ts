import { refuse } from '../endpoint';
import type { Actor } from '../jira-types';
import { mayInProject, projectOf } from '../permissions';
import type { Site } from '../site';
import { must } from '../state/state';
import type { HistoryItem, Issue } from '../state/types';
import type { Transition } from '../state/workflow-types';
import { workflowOfIssue } from '../state/workflows';
import { askRules } from './ask-rules';
import { historyItem, recordUpdate } from './record';

const illegalMove =
  'It seems that you have tried to perform a workflow operation that is not valid for the current state of this issue. The likely cause is that somebody has changed the issue recently, please look at the issue history for details.';

/** The transitions that the actor may take now: from the current status, with the permission. */
export function transitionsOf(site: Site, actor: Actor, issue: Issue): Transition[] {
  const project = projectOf(site.state, issue);
  if (!mayInProject(site.state, actor, 'TRANSITION_ISSUES', project)) return [];
  if (issue.archived !== null) return [];
  return workflowOfIssue(site.state, issue).transitions.filter(({ from, to }) =>
    from.length === 0 ? to !== issue.statusId : from.includes(issue.statusId),
  );
}

/** Moves the issue after every rule on the transition agreed. */
export async function transitionIssue(
  site: Site,
  actor: Actor,
  issue: Issue,
  transitionId: string,
): Promise<void> {
  const transition = transitionsOf(site, actor, issue).find(({ id }) => id === transitionId);
  if (!transition) throw refuse(400, illegalMove);
  const from = issue.statusId;
  await askRules(site, actor, issue, transition);
  if (issue.statusId !== from) throw refuse(409, illegalMove);
  recordUpdate(site, actor, issue, move(site, issue, transition));
}

function move(site: Site, issue: Issue, transition: Transition): HistoryItem[] {
  const sets = transition.actions.find(({ parameters }) => parameters.field === 'resolution');
  return changeStatus(site, issue, transition.to, sets?.parameters.value ?? null);
}

/** Gives the issue the status, and a resolution if it is done: what a history of it holds. */
export function changeStatus(
  site: Site,
  issue: Issue,
  statusId: string,
  resolutionOnDone: string | null,
): HistoryItem[] {
  const { statuses } = site.state;
  const before = must(statuses, issue.statusId);
  const after = must(statuses, statusId);
  issue.statusId = after.id;
  if (before.category !== after.category) issue.statusCategoryChanged = site.clock.now();
  return [
    ...resolve(site, issue, resolutionOnDone),
    historyItem(
      { name: 'status', id: 'status' },
      { id: before.id, text: before.name },
      { id: after.id, text: after.name },
    ),
  ];
}

/** Done keeps or gets a resolution, any other status clears it. */
function resolve(site: Site, issue: Issue, resolutionOnDone: string | null): HistoryItem[] {
  const { state } = site;
  const done = must(state.statuses, issue.statusId).category === 'done';
  const next = done ? (issue.resolutionId ?? resolutionOnDone) : null;
  if (next === issue.resolutionId) return [];
  const end = (id: string | null) => ({
    id,
    text: state.resolutions.find((resolution) => resolution.id === id)?.name ?? null,
  });
  const item = historyItem(
    { name: 'resolution', id: 'resolution' },
    end(issue.resolutionId),
    end(next),
  );
  issue.resolutionId = next;
  issue.resolved = next === null ? null : site.clock.now();
  return [item];
}
