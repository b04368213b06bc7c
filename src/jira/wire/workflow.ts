import * as v from 'valibot';
import type { StatusCategory } from '../../core/issue';
import { gatesOfText } from '../../core/order/rule/rule-gates';
import type {
  OwnRule,
  Workflow,
  WorkflowStatus,
  WorkflowTransition,
} from '../../core/order/rule/workflow';

/** Jira docs, "Workflows", version 2 of the API: a validator that a Forge app brings. */
export const FORGE_VALIDATOR = 'forge:expression-validator';

const CATEGORIES: Readonly<Record<string, StatusCategory>> = {
  TODO: 'todo',
  IN_PROGRESS: 'inProgress',
  DONE: 'done',
};

const KINDS = { INITIAL: 'initial', GLOBAL: 'global', DIRECTED: 'directed' } as const;

const WireStatus = v.pipe(
  v.object({
    id: v.nullish(v.string(), ''),
    name: v.string(),
    statusReference: v.string(),
    statusCategory: v.nullish(v.string(), ''),
  }),
  v.transform(
    ({ id, name, statusReference, statusCategory }): WorkflowStatus => ({
      ...{ ref: statusReference, id, name },
      category: CATEGORIES[statusCategory] ?? 'todo',
    }),
  ),
);

/** The property that "Show transition on customer portal" of Jira Service Management sets. */
const IN_PORTAL = 'servicedesk.customer.transition.active';

const WireRule = v.object({
  id: v.nullish(v.string(), ''),
  ruleKey: v.string(),
  parameters: v.nullish(v.record(v.string(), v.unknown()), {}),
});

const WireTransition = v.object({
  id: v.string(),
  name: v.string(),
  type: v.picklist(['INITIAL', 'GLOBAL', 'DIRECTED']),
  toStatusReference: v.nullish(v.string(), ''),
  links: v.nullish(v.array(v.object({ fromStatusReference: v.nullish(v.string(), '') })), []),
  validators: v.nullish(v.array(WireRule), []),
  properties: v.fallback(v.nullish(v.record(v.string(), v.unknown()), {}), {}),
});

export const WireWorkflow = v.object({
  id: v.string(),
  name: v.string(),
  isEditable: v.nullish(v.boolean(), true),
  scope: v.nullish(v.object({ project: v.nullish(v.object({ id: v.string() })) })),
  statuses: v.nullish(v.array(v.object({ statusReference: v.string() })), []),
  transitions: v.nullish(v.array(WireTransition), []),
});

/** What bulk reads answer; the search calls its workflows `values`. */
export const WireWorkflows = v.object({
  statuses: v.array(WireStatus),
  workflows: v.array(WireWorkflow),
});

export const WireStatuses = v.array(WireStatus);

/** A workflow as the core knows it; `ruleKey` names the app's rule among all validators. */
export function readWorkflow(
  wire: v.InferOutput<typeof WireWorkflow>,
  statuses: readonly WorkflowStatus[],
  ruleKey: string,
): Workflow {
  const refs = wire.statuses.map(({ statusReference }) => statusReference);
  return {
    id: wire.id,
    name: wire.name,
    isEditable: wire.isEditable,
    projectId: wire.scope?.project?.id ?? null,
    statuses: statuses.filter(({ ref }) => refs.includes(ref)),
    transitions: wire.transitions.map((transition) => readTransition(transition, ruleKey)),
  };
}

function readTransition(
  wire: v.InferOutput<typeof WireTransition>,
  ruleKey: string,
): WorkflowTransition {
  const { id, name, type, toStatusReference, links, validators, properties } = wire;
  return {
    ...{ id, name, kind: KINDS[type], toRef: toStatusReference },
    fromRefs: links.map(({ fromStatusReference }) => fromStatusReference),
    isInPortal: String(properties?.[IN_PORTAL]).toLowerCase() === 'true',
    rules: validators.filter((rule) => isOwnRule(rule, ruleKey)).map(readRule),
  };
}

function readRule({ id, parameters }: v.InferOutput<typeof WireRule>): OwnRule {
  const { config, disabled } = parameters;
  return {
    id,
    isDisabled: disabled === 'true' || disabled === true,
    gates: gatesOfText(typeof config === 'string' ? config : ''),
  };
}

/** The rule of this app in this environment; other apps' rules are none of its business. */
export function isOwnRule(
  { ruleKey, parameters }: { ruleKey?: unknown; parameters?: unknown },
  ownKey: string,
): boolean {
  if (ruleKey !== FORGE_VALIDATOR || typeof parameters !== 'object' || parameters === null) {
    return false;
  }
  return 'key' in parameters && parameters.key === ownKey;
}
