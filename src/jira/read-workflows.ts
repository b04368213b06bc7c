import * as v from 'valibot';
import type { Workflow } from '../core/order/rule/workflow';
import type { WorkflowPage } from '../usecases/ports/workflow-port';
import { type Jira, route } from './http';
import { inChunks } from './in-chunks';
import type { RawAnswer } from './wire/edit-workflow';
import { readWorkflow, WireStatuses, WireWorkflow, WireWorkflows } from './wire/workflow';

/** Each costs a point of the rate limit, and comes with all of its rules. */
const PER_READ = 20;
const PER_PAGE = 50;

/** What a bulk read takes; at least one of the lists. */
export type WorkflowsAsked =
  | { readonly workflowIds: readonly string[] }
  | { readonly workflowNames: readonly string[] }
  | {
      readonly projectAndIssueTypes: readonly {
        readonly projectId: string;
        readonly issueTypeId: string;
      }[];
    };

/** Keeps what was read as it came beside what the app understands of it. */
const WithRaw = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = v.safeParse(WireWorkflows, dataset.value);
    if (read.success) return { raw: dataset.value as RawAnswer, read: read.output };
    for (const { message } of read.issues) addIssue({ message });
    return NEVER;
  }),
);

/** Those that exist and that the speaker may see, with what Jira sent. One read. */
export async function readRaw(jira: Jira, asked: WorkflowsAsked, ruleKey: string) {
  const { raw, read } = await jira({
    method: 'POST',
    url: route`/rest/api/3/workflows`,
    endpoint: '/rest/api/3/workflows',
    body: asked,
    answer: WithRaw,
    send: 'again',
  });
  const workflows = read.workflows.map((one) => readWorkflow(one, read.statuses, ruleKey));
  return { raw, workflows };
}

/** Workflows by name; those that are not there are absent. One read per twenty. */
export async function readByName(
  jira: Jira,
  names: readonly string[],
  ruleKey: string,
): Promise<readonly Workflow[]> {
  const pages = await inChunks(names, PER_READ, (workflowNames) =>
    readRaw(jira, { workflowNames }, ruleKey),
  );
  return pages.flatMap(({ workflows }) => workflows);
}

const SearchPage = v.object({
  statuses: WireStatuses,
  values: v.array(WireWorkflow),
  isLast: v.boolean(),
  total: v.nullish(v.number(), 0),
});

/** One page of all workflows of the site. */
export async function listWorkflows(
  jira: Jira,
  from: number,
  ruleKey: string,
): Promise<WorkflowPage> {
  const { statuses, values, isLast, total } = await jira({
    method: 'GET',
    url: route`/rest/api/3/workflows/search?startAt=${from}&maxResults=${PER_PAGE}&expand=values.transitions`,
    endpoint: '/rest/api/3/workflows/search',
    answer: SearchPage,
    send: 'again',
  });
  const next = from + values.length;
  return {
    workflows: values.map((one) => readWorkflow(one, statuses, ruleKey)),
    total: Math.max(total, next),
    next: isLast || values.length === 0 ? null : next,
  };
}
