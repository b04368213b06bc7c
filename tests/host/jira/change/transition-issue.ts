import { Refusal, refuse } from '../endpoint';
import type { Actor } from '../jira-types';
import { mayInProject, projectOf } from '../permissions';
import type { Site } from '../site';
import { must } from '../state/state';
import type { HistoryItem, Issue, Transition, Workflow } from '../state/types';
import { historyItem, recordUpdate } from './record';

const illegalMove =
  'It seems that you have tried to perform a workflow operation that is not valid for the current state of this issue. The likely cause is that somebody has changed the issue recently, please look at the issue history for details.';

/** The transitions that the actor may take now: from the current status, with the permission. */
export function transitionsOf(site: Site, actor: Actor, issue: Issue): Transition[] {
  const project = projectOf(site.state, issue);
  if (!mayInProject(site.state, actor, 'TRANSITION_ISSUES', project)) return [];
  return must(site.state.workflows, project.workflowId).transitions.filter(({ from, to }) =>
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

/** Forge fails closed: no answer, an error or anything but `result: true` refuses the transition. */
async function askRules(
  site: Site,
  actor: Actor,
  issue: Issue,
  transition: Transition,
): Promise<void> {
  for (const rule of transition.rules) {
    const call = { issueKey: issue.key, from: issue.statusId, to: transition.to, actor };
    const verdict = await Promise.resolve(site.judge()?.(rule, call)).catch(() => undefined);
    if (verdict?.result === true) continue;
    throw new Refusal(400, {
      errorMessages: [verdict?.errorMessage ?? 'A rule of the workflow could not be checked.'],
      errors: {},
    });
  }
}

function move(site: Site, issue: Issue, transition: Transition): HistoryItem[] {
  const { statuses, workflows } = site.state;
  const before = must(statuses, issue.statusId);
  const after = must(statuses, transition.to);
  issue.statusId = after.id;
  if (before.category !== after.category) issue.statusCategoryChanged = site.clock.now();
  const workflow = must(workflows, projectOf(site.state, issue).workflowId);
  return [
    ...resolve(site, issue, workflow),
    historyItem(
      { name: 'status', id: 'status' },
      { id: before.id, text: before.name },
      { id: after.id, text: after.name },
    ),
  ];
}

/** The post functions: done sets the workflow's resolution, any other status clears it. */
function resolve(site: Site, issue: Issue, workflow: Workflow): HistoryItem[] {
  const { state } = site;
  const done = must(state.statuses, issue.statusId).category === 'done';
  const next = done ? (issue.resolutionId ?? workflow.resolutionOnDone) : null;
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
