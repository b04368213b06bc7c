import { refuseField } from '../endpoint';
import type { Actor } from '../jira-types';
import type { Site } from '../site';
import type { HistoryItem, Issue } from '../state/types';
import { type EditContext, systemSetters } from './field-setters';
import { notOnScreen } from './field-values';
import { recordUpdate } from './record';
import { setCustomField } from './set-custom-field';

/** Sets fields on the issue (not yet recorded) and lists the items of its history. */
export function setFields(
  context: EditContext,
  issue: Issue,
  fields: Readonly<Record<string, unknown>>,
): HistoryItem[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const setter = systemSetters[name];
    if (setter) return setter(context, issue, value) ?? [];
    const field = context.state.fields.get(name);
    if (!field?.custom || !field.onScreen) throw notOnScreen(name);
    return setCustomField(field, issue, value) ?? [];
  });
}

/** Edits an issue: all of the fields or, when one is refused, none; one history for all of them. */
export function editIssue(
  site: Site,
  actor: Actor,
  issue: Issue,
  fields: Readonly<Record<string, unknown>>,
): void {
  const draft: Issue = { ...issue, otherFields: { ...issue.otherFields } };
  const items = setFields({ state: site.state, actor }, draft, fields);
  Object.assign(issue, draft);
  recordUpdate(site, actor, issue, items);
}

/**
 * The field values that `update` operations lead to: {labels: [{add: 'x'}]} -> {labels: [...,
 * 'x']}.
 */
export function valuesOfUpdate(
  issue: Issue,
  update: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [field, operations] of Object.entries(update)) {
    if (!Array.isArray(operations)) throw refuseField(field, 'data was not an array');
    let value: unknown = field === 'labels' ? issue.labels : undefined;
    for (const operation of operations) value = applied(field, value, operation);
    result[field] = value;
  }
  return result;
}

function applied(field: string, value: unknown, operation: unknown): unknown {
  const { set, add, remove } = operation as { set?: unknown; add?: unknown; remove?: unknown };
  if (set !== undefined) return set;
  if (field !== 'labels' || !Array.isArray(value)) {
    throw refuseField(field, `Field '${field}' does not support this operation.`);
  }
  return add === undefined ? value.filter((label) => label !== remove) : [...value, add];
}
