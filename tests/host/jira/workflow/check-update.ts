import { NotModelled } from '../endpoint';
import type { JiraState } from '../state/state';
import type { Workflow } from '../state/workflow-types';
import { FORGE_VALIDATOR } from '../state/workflows';
import type { RuleUpdate, TransitionUpdate, UpdateRequest, WorkflowUpdate } from './update-body';

/** WorkflowValidationError of the REST API. */
export interface UpdateProblem {
  code: string;
  level: 'ERROR' | 'WARNING';
  message: string;
  type: 'RULE' | 'STATUS' | 'WORKFLOW' | 'TRANSITION';
  elementReference?: { transitionId?: string; ruleId?: string; statusReference?: string };
}

/** The new editor's limit for what a rule's configuration page saves. */
export const MAX_CONFIG_BYTES = 32 * 1024;

/** Everything that keeps Jira from taking the update; [] when it may. */
export function problemsOfUpdate(state: JiraState, request: UpdateRequest): UpdateProblem[] {
  return request.workflows.flatMap((update) => {
    const workflow = state.workflows.get(update.id);
    if (!workflow) return [workflowProblem('WORKFLOW_NOT_FOUND', 'The workflow does not exist.')];
    if (!workflow.isEditable) {
      return [workflowProblem('WORKFLOW_NOT_EDITABLE', 'The workflow cannot be edited.')];
    }
    demandSameStatuses(workflow, update);
    const known = new Set(request.statuses.map(({ statusReference }) => statusReference));
    return [
      ...statusProblems(update, known),
      ...transitionProblems(update),
      ...update.transitions.flatMap((transition) => ruleProblems(state, workflow, transition)),
    ];
  });
}

const workflowProblem = (code: string, message: string): UpdateProblem => ({
  ...{ code, level: 'ERROR', type: 'WORKFLOW', message },
});

function demandSameStatuses(workflow: Workflow, update: WorkflowUpdate): void {
  const before = workflow.statuses.map(({ statusId }) => statusId).sort();
  const after = update.statuses.map(({ statusReference }) => statusReference).sort();
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  throw new NotModelled('a workflow update that adds or removes statuses');
}

function statusProblems({ statuses }: WorkflowUpdate, known: ReadonlySet<string>): UpdateProblem[] {
  return statuses
    .filter(({ statusReference }) => !known.has(statusReference))
    .map(({ statusReference }) => ({
      code: 'STATUS_REFERENCE_NOT_FOUND',
      level: 'ERROR',
      type: 'STATUS',
      message: 'The status is not among the statuses of the request.',
      elementReference: { statusReference },
    }));
}

function transitionProblems({ statuses, transitions }: WorkflowUpdate): UpdateProblem[] {
  const ids = transitions.map(({ id }) => id);
  const references = new Set(statuses.map(({ statusReference }) => statusReference));
  const initial = transitions.filter(({ type }) => type === 'INITIAL');
  const problem = (code: string, message: string, transitionId: string): UpdateProblem => ({
    ...{ code, level: 'ERROR', type: 'TRANSITION', message, elementReference: { transitionId } },
  });
  return [
    ...(initial.length === 1
      ? []
      : [workflowProblem('INITIAL_TRANSITION', 'There must be one initial transition.')]),
    ...transitions.flatMap(({ id, name, type, toStatusReference, links }, i) => {
      const ends = [toStatusReference, ...links.map((link) => link.fromStatusReference)];
      return [
        ...(ids.indexOf(id) === i ? [] : [problem('DUPLICATE_ID', 'The id is not unique.', id)]),
        ...(name.trim() === '' ? [problem('NAME_MISSING', 'The name is missing.', id)] : []),
        ...(ends.every((end) => references.has(end))
          ? []
          : [problem('STATUS_NOT_FOUND', 'An end is no status of the workflow.', id)]),
        ...((type === 'DIRECTED') === links.length > 0
          ? []
          : [problem('LINKS', 'Directed transitions have links, others have none.', id)]),
      ];
    }),
  ];
}

function ruleProblems(
  state: JiraState,
  workflow: Workflow,
  transition: TransitionUpdate,
): UpdateProblem[] {
  const kept = new Set(
    [workflow.initial, ...workflow.transitions].flatMap(({ validators }) =>
      validators.map(({ id }) => id),
    ),
  );
  return transition.validators.flatMap((rule) => {
    if (rule.ruleKey === 'system:check-permission-validator') return [];
    if (rule.ruleKey !== FORGE_VALIDATOR || transition.type === 'INITIAL') {
      throw new NotModelled(`the validator ${rule.ruleKey} on ${transition.type} transitions`);
    }
    const message = forgeRuleFault(state, workflow, rule, kept.has(rule.id ?? ''));
    if (message === undefined) return [];
    const elementReference = {
      transitionId: transition.id,
      ...(rule.id ? { ruleId: rule.id } : {}),
    };
    return [{ code: 'RULE_INVALID', level: 'ERROR', type: 'RULE', message, elementReference }];
  });
}

/** A rule that already stands there may stay, even when its app is gone. */
function forgeRuleFault(
  state: JiraState,
  { projectId }: Workflow,
  { parameters }: RuleUpdate,
  isKept: boolean,
): string | undefined {
  const strange = Object.keys(parameters).find((name) => !forgeParameters.has(name));
  if (strange !== undefined) throw new NotModelled(`the rule parameter "${strange}"`);
  const { key = '', config = '', disabled = 'false' } = parameters;
  const offered = state.forgeRules.get(key);
  const kind = projectId === null ? 'company-managed' : 'team-managed';
  if (!isKept && !offered?.projectTypes.includes(kind)) return `The rule ${key} is not available.`;
  if (disabled !== 'true' && disabled !== 'false') return 'disabled must be true or false.';
  if (Buffer.byteLength(config) > MAX_CONFIG_BYTES) return 'The configuration is over 32 KB.';
  return config === '' || isJson(config) ? undefined : 'The configuration is no JSON.';
}

const forgeParameters = new Set(['key', 'config', 'id', 'disabled', 'tag']);

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
