import { randomUUID } from 'node:crypto';
import type { Site } from '../site';
import { must } from '../state/state';
import type { Transition, Workflow, WorkflowRule } from '../state/workflow-types';
import { FORGE_VALIDATOR } from '../state/workflows';
import type { RuleUpdate, TransitionUpdate, WorkflowUpdate } from './update-body';

/** Writes the workflow as it was sent, whole: what was not sent is gone. It is live at once. */
export function applyUpdate(site: Site, update: WorkflowUpdate): Workflow {
  const workflow = must(site.state.workflows, update.id);
  const transitions = update.transitions.map(toTransition);
  const isInitial = (_: Transition, i: number): boolean =>
    update.transitions[i]?.type === 'INITIAL';
  workflow.initial = transitions.find(isInitial) ?? workflow.initial;
  workflow.transitions = transitions.filter((one, i) => !isInitial(one, i));
  workflow.statuses = update.statuses.map(({ statusReference, layout, properties }) => ({
    statusId: statusReference,
    layout: layout ?? { x: 0, y: 0 },
    properties,
  }));
  if (update.description !== undefined) workflow.description = update.description;
  markUpdated(site, workflow);
  return workflow;
}

export function markUpdated(site: Site, workflow: Workflow): void {
  workflow.version = { id: randomUUID(), versionNumber: workflow.version.versionNumber + 1 };
  workflow.updated = site.clock.now();
  site.announce({ kind: 'workflow' });
}

function toTransition(update: TransitionUpdate): Transition {
  const { id, name, description, toStatusReference, links, properties } = update;
  return {
    id,
    name,
    description,
    from: links.map(({ fromStatusReference }) => fromStatusReference),
    to: toStatusReference,
    validators: update.validators.map(toRule),
    actions: update.actions.map(toRule),
    triggers: update.triggers.map(toRule),
    properties,
  };
}

/** New rules get an id; those of apps carry it among their parameters too. */
function toRule({ id, ruleKey, parameters }: RuleUpdate): WorkflowRule {
  const own = id ?? parameters.id ?? randomUUID();
  if (ruleKey !== FORGE_VALIDATOR) return { id: own, ruleKey, parameters };
  const whole = { config: '', disabled: 'false', tag: '', ...parameters, id: own };
  return { id: own, ruleKey, parameters: whole };
}
