import type { RuleChange } from '../../core/order/rule/rule-changes';
import { configText } from '../../core/order/rule/rule-gates';
import { FORGE_VALIDATOR, isOwnRule } from './workflow';

type Json = Readonly<Record<string, unknown>>;

/** The answer of a bulk read, of one workflow. */
export type RawAnswer = { readonly statuses: readonly Json[]; readonly workflows: readonly Json[] };

/** Jira docs, "Bulk update workflows": what a read tells and a write does not take. */
const READ_ONLY = {
  workflow: ['name', 'isEditable', 'scope', 'created', 'updated', 'taskId', 'usages'],
  place: ['deprecated'],
  status: ['scope', 'usages'],
} as const;

/**
 * The body that writes a workflow back with these changes of the app's rules. What is not sent is
 * gone afterwards, so everything that was read is sent again as it was, known to this app or not:
 * only fields that Jira lets nobody write are left out, and only validators of the transitions
 * named are touched.
 */
export function editWorkflow(
  { statuses, workflows }: RawAnswer,
  changes: readonly RuleChange[],
  ownKey: string,
): object {
  return {
    statuses: statuses.map((status) => without(status, READ_ONLY.status)),
    workflows: workflows.map((workflow) => ({
      ...without(workflow, READ_ONLY.workflow),
      statuses: listOf(workflow.statuses).map((place) => without(place, READ_ONLY.place)),
      transitions: listOf(workflow.transitions).map((transition) =>
        editTransition(transition, changes, ownKey),
      ),
    })),
  };
}

function editTransition(transition: Json, changes: readonly RuleChange[], ownKey: string): Json {
  const own = changes.filter(({ transitionId }) => transitionId === transition.id);
  if (own.length === 0) return transition;
  const validators = own.reduce(
    (rules, change) => applyChange(rules, change, ownKey),
    listOf(transition.validators),
  );
  return { ...transition, validators };
}

function applyChange(rules: readonly Json[], change: RuleChange, ownKey: string): readonly Json[] {
  if (change.kind === 'attach') return [...rules, newRule(change.gates, ownKey)];
  const isMeant = (rule: Json) => isOwnRule(rule, ownKey) && rule.id === change.ruleId;
  if (change.kind === 'detach') return rules.filter((rule) => !isMeant(rule));
  return rules.map((rule) =>
    isMeant(rule)
      ? {
          ...rule,
          parameters: {
            ...asJson(rule.parameters),
            config: configText(change.gates),
            disabled: 'false',
          },
        }
      : rule,
  );
}

/** Jira gives it an id. */
function newRule(gates: Parameters<typeof configText>[0], key: string): Json {
  const parameters = { key, config: configText(gates), disabled: 'false', tag: '' };
  return { ruleKey: FORGE_VALIDATOR, parameters };
}

function without(value: Json, names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(asJson) : [];
}

function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
