import { NotModelled, Refusal } from '../endpoint';
import type { Actor } from '../jira-types';
import { actorId, maySeeIssue } from '../permissions';
import type { Site } from '../site';
import { findIssue, nextId } from '../state/state';
import type { BulkTask, Issue } from '../state/types';

/** One change of one issue in a bulk change. */
export interface BulkStep {
  idOrKey: string;
  change(issue: Issue): Promise<void> | void;
}

/** Starts the changes one after the other; each issue fails or succeeds alone. */
export function startBulk(site: Site, actor: Actor, steps: readonly BulkStep[]): BulkTask {
  const now = site.clock.now();
  const task: BulkTask = {
    id: nextId(site.state),
    submittedBy: actorId(site.state, actor),
    status: 'ENQUEUED',
    created: now,
    started: null,
    updated: now,
    total: steps.length,
    processed: [],
    failed: new Map(),
    invalid: 0,
  };
  site.state.bulkTasks.set(task.id, task);
  site.inBackground(async () => {
    // Whoever asks right after the answer finds the task waiting.
    await new Promise((resolve) => setImmediate(resolve));
    task.status = 'RUNNING';
    task.started = site.clock.now();
    for (const step of steps) await takeStep(site, actor, task, step);
    task.status = 'COMPLETE';
  });
  return task;
}

async function takeStep(site: Site, actor: Actor, task: BulkTask, step: BulkStep): Promise<void> {
  const issue = findIssue(site.state, step.idOrKey);
  if (!issue || !maySeeIssue(site.state, actor, issue)) task.invalid += 1;
  else {
    try {
      await step.change(issue);
      task.processed.push(issue.id);
    } catch (error) {
      if (!(error instanceof Refusal) && !(error instanceof NotModelled)) throw error;
      task.failed.set(issue.id, error instanceof Refusal ? error.texts : [error.message]);
    }
  }
  task.updated = site.clock.now();
}
