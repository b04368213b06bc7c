import { type Call, type Endpoint, Refusal } from '../endpoint';
import { parseBody } from '../parse-body';
import { workflowBody, workflowStatusBodies } from '../render/workflow';
import { applyUpdate } from '../workflow/apply-update';
import { problemsOfUpdate } from '../workflow/check-update';
import { UpdateBody, type UpdateRequest, ValidationBody } from '../workflow/update-body';
import { maySeeWorkflow, noWorkflowRight } from '../workflow-rights';

/** Writing workflows back: whole, with the version that was read. */
export const workflowUpdateEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/rest/api/3/workflows/update/validation',
    body: ['payload', 'validationOptions'],
    answer: (call) => {
      const { payload, validationOptions } = parseBody(ValidationBody, call.rawBody);
      demandRights(call, payload);
      const levels = validationOptions?.levels ?? ['WARNING', 'ERROR'];
      const found = [
        ...versionProblems(call, payload),
        ...problemsOfUpdate(call.site.state, payload),
      ];
      return { status: 200, body: { errors: found.filter(({ level }) => levels.includes(level)) } };
    },
  },
  {
    method: 'POST',
    path: '/rest/api/3/workflows/update',
    body: ['statuses', 'workflows'],
    answer: updateWorkflows,
  },
];

/** All or nothing, as one request. */
function updateWorkflows(call: Call) {
  const { site } = call;
  const request = parseBody(UpdateBody, call.rawBody);
  demandRights(call, request);
  const conflicts = versionProblems(call, request).map(({ message }) => message);
  if (conflicts.length > 0) throw new Refusal(409, { errorMessages: conflicts, errors: {} });
  const problems = problemsOfUpdate(site.state, request).map(({ message }) => message);
  if (problems.length > 0) throw new Refusal(400, { errorMessages: problems, errors: {} });
  const workflows = request.workflows.map((update) => applyUpdate(site, update));
  const body = {
    statuses: workflowStatusBodies(site.state, workflows),
    workflows: workflows.map((one) => workflowBody(one, 'with transitions')),
    taskId: null,
  };
  return { status: 200, points: 1 + workflows.length, body };
}

/** Whoever may see a workflow may change it; unknown ones are told apart only from within. */
function demandRights({ site, actor }: Call, { workflows }: UpdateRequest): void {
  for (const { id } of workflows) {
    const workflow = site.state.workflows.get(id);
    if (workflow && !maySeeWorkflow(site, actor, workflow)) throw noWorkflowRight(site);
  }
}

function versionProblems({ site }: Call, { workflows }: UpdateRequest) {
  return workflows.flatMap(({ id, version }) => {
    const now = site.state.workflows.get(id)?.version;
    if (!now || (now.id === version.id && now.versionNumber === version.versionNumber)) return [];
    const message = `The workflow was changed by somebody else: its version is ${now.versionNumber} now.`;
    return [{ code: 'VERSION_MISMATCH', level: 'ERROR', type: 'WORKFLOW', message } as const];
  });
}
