import { http } from '../../lib/http';
import { tell } from '../../lib/stream';

/** Transitions that all named issues of one workflow may take. */
export type Offer = {
  issues: string[];
  transitions: { transitionId: number; transitionName: string; to: { statusName: string } }[];
};

/** How one issue fared; `problem` is Jira's text when it stayed where it was. */
export type Fate = { issueKey: string; problem?: string };

const PATH = '/rest/api/3/bulk/issues/transition';
const LOOK_EVERY_MS = 300;

export async function readOffers(keys: readonly string[]): Promise<Offer[]> {
  const named = keys.map(encodeURIComponent).join(',');
  const { availableTransitions } = await http.get<{ availableTransitions: Offer[] }>(
    `${PATH}?issueIdsOrKeys=${named}`,
  );
  return availableTransitions;
}

type Input = { selectedIssueIdsOrKeys: string[]; transitionId: string };
type Progress = { status: string; failedAccessibleIssues?: Record<string, string[]> };

/** Moves them all, waits for the end, and tells how each one fared. */
export async function transitionMany(
  inputs: Input[],
  issues: readonly { id: string; key: string }[],
): Promise<Fate[]> {
  const { taskId } = await http.post<{ taskId: string }>(PATH, { bulkTransitionInputs: inputs });
  const { failedAccessibleIssues: failed = {} } = await untilComplete(taskId);
  const keys = inputs.flatMap(({ selectedIssueIdsOrKeys }) => selectedIssueIdsOrKeys);
  for (const issueKey of keys) tell({ type: 'issue', issueKey });
  return keys.map((issueKey) => {
    const id = issues.find(({ key }) => key === issueKey)?.id ?? '';
    const problem = failed[id]?.join(' ');
    return problem === undefined ? { issueKey } : { issueKey, problem };
  });
}

async function untilComplete(taskId: string): Promise<Progress> {
  for (;;) {
    const progress = await http.get<Progress>(`/rest/api/3/bulk/queue/${taskId}`);
    if (progress.status === 'COMPLETE') return progress;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
