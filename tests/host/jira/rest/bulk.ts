import * as v from 'valibot';
import { queryList } from '../call-values';
import { type BulkStep, startBulk } from '../change/bulk-change';
import { moveIssue } from '../change/move-issue';
import { transitionIssue, transitionsOf } from '../change/transition-issue';
import { type Call, type Endpoint, Refusal } from '../endpoint';
import { parseBody } from '../parse-body';
import { mayGlobally, maySeeIssue } from '../permissions';
import { statusOf } from '../render/names';
import { findIssue, findProject } from '../state/state';
import type { BulkTask, Issue } from '../state/types';
import type { Transition } from '../state/workflow-types';
import { workflowOfIssue } from '../state/workflows';

const transitionPath = '/rest/api/3/bulk/issues/transition';
const MOST_ISSUES = 1_000;

/** Changes of many issues at once: answered with a task that is asked for its progress. */
export const bulkEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: transitionPath, query: ['issueIdsOrKeys'], answer: commonTransitions },
  {
    method: 'POST',
    path: transitionPath,
    body: ['bulkTransitionInputs', 'sendBulkNotification'],
    answer: transitionMany,
  },
  {
    method: 'POST',
    path: '/rest/api/3/bulk/issues/move',
    body: ['targetToSourcesMapping', 'sendBulkNotification'],
    answer: moveMany,
  },
  {
    method: 'GET',
    path: '/rest/api/3/bulk/queue/{taskId}',
    answer: (call) => {
      demandBulk(call);
      const task = call.site.state.bulkTasks.get(call.path.taskId ?? '');
      if (!task) throw bulkRefusal(400, 'The task does not exist.');
      return { status: 200, body: progressBody(task) };
    },
  },
];

const bulkRefusal = (status: number, message: string): Refusal =>
  new Refusal(status, { errors: [{ message }] });

function demandBulk({ site, actor }: Call): void {
  if (mayGlobally(site.state, actor, 'BULK_CHANGE')) return;
  throw bulkRefusal(403, 'You do not have the permission to make bulk changes.');
}

function submit(call: Call, steps: readonly BulkStep[]) {
  if (steps.length === 0) throw bulkRefusal(400, 'No issues were named.');
  if (steps.length > MOST_ISSUES) throw bulkRefusal(400, 'More than 1,000 issues were named.');
  const task = startBulk(call.site, call.actor, steps);
  return { status: 201, body: { taskId: task.id } };
}

const Transitions = v.strictObject({
  bulkTransitionInputs: v.array(
    v.strictObject({ selectedIssueIdsOrKeys: v.array(v.string()), transitionId: v.string() }),
  ),
  sendBulkNotification: v.exactOptional(v.boolean()),
});

function transitionMany(call: Call) {
  demandBulk(call);
  const { site, actor } = call;
  const { bulkTransitionInputs } = parseBody(Transitions, call.rawBody);
  const steps = bulkTransitionInputs.flatMap(({ selectedIssueIdsOrKeys, transitionId }) =>
    selectedIssueIdsOrKeys.map((idOrKey) => ({
      idOrKey,
      change: (issue: Issue) => transitionIssue(site, actor, issue, transitionId),
    })),
  );
  return submit(call, steps);
}

const Moves = v.strictObject({
  targetToSourcesMapping: v.record(
    v.string(),
    v.strictObject({
      issueIdsOrKeys: v.array(v.string()),
      inferClassificationDefaults: v.literal(true),
      inferFieldDefaults: v.literal(true),
      inferStatusDefaults: v.literal(true),
      inferSubtaskTypeDefault: v.literal(true),
    }),
  ),
  sendBulkNotification: v.exactOptional(v.boolean()),
});

/** Targets are written "PROJECT,typeId"; a third part, the parent, is not modelled. */
function moveMany(call: Call) {
  demandBulk(call);
  const { site, actor } = call;
  const { targetToSourcesMapping } = parseBody(Moves, call.rawBody);
  const steps = Object.entries(targetToSourcesMapping).flatMap(([target, { issueIdsOrKeys }]) => {
    const [projectKey = '', typeId = '', parent] = target.split(',');
    const project = findProject(site.state, projectKey);
    if (!project || parent !== undefined) throw bulkRefusal(400, `No such target: ${target}`);
    return issueIdsOrKeys.map((idOrKey) => ({
      idOrKey,
      change: (issue: Issue) => moveIssue(site, actor, issue, { project, typeId }),
    }));
  });
  return submit(call, steps);
}

function progressBody(task: BulkTask): Record<string, unknown> {
  const { id, status, total, processed, failed, invalid, created, started, updated } = task;
  const ended = processed.length + failed.size + invalid;
  return {
    taskId: id,
    status,
    created,
    ...(started === null ? {} : { started }),
    updated,
    ...(task.submittedBy === null ? {} : { submittedBy: { accountId: task.submittedBy } }),
    progressPercent: Math.floor((100 * ended) / total),
    ...(status === 'COMPLETE'
      ? {
          totalIssueCount: total,
          invalidOrInaccessibleIssueCount: invalid,
          processedAccessibleIssues: processed.map(Number),
          failedAccessibleIssues: Object.fromEntries(failed),
        }
      : {}),
  };
}

/** For each workflow: the transitions that all of its named issues may take now. */
function commonTransitions(call: Call) {
  demandBulk(call);
  const { site, actor } = call;
  const issues = queryList(call, 'issueIdsOrKeys').map((idOrKey) => {
    const issue = findIssue(site.state, idOrKey);
    if (issue && maySeeIssue(site.state, actor, issue)) return issue;
    throw bulkRefusal(400, `The issue ${idOrKey} does not exist or may not be seen.`);
  });
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const { id } = workflowOfIssue(site.state, issue);
    groups.set(id, [...(groups.get(id) ?? []), issue]);
  }
  const availableTransitions = [...groups.values()].map((group) => {
    const offers = group.map((issue) => transitionsOf(site, actor, issue));
    const all = [...new Set(offers.flat())];
    const common = all.filter((one) => offers.every((offer) => offer.includes(one)));
    return {
      issues: group.map(({ key }) => key),
      isTransitionsFiltered: common.length < all.length,
      transitions: common.map((one) => offered(call, one)),
    };
  });
  return { status: 200, body: { availableTransitions } };
}

function offered({ site }: Call, { id, name, to }: Transition) {
  const status = statusOf(site.state, to);
  return {
    transitionId: Number(id),
    transitionName: name,
    to: { statusId: Number(status.id), statusName: status.name },
  };
}
