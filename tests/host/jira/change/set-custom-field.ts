import { optionBody } from '../render/names';
import type { Field, HistoryItem, Issue } from '../state/types';
import { chosen, dateItem, dateOrNull, ends } from './field-values';
import { historyItem } from './record';

/** A custom field of the kinds that the site has: select and date. */
export function setCustomField(field: Field, issue: Issue, value: unknown): HistoryItem | null {
  const before = issue.otherFields[field.id] ?? null;
  const named = { name: field.name, id: field.id, type: 'custom' as const };
  if (field.type === 'date') {
    const day = dateOrNull(field.id, value);
    issue.otherFields[field.id] = day;
    return dateItem(named, before as string | null, day);
  }
  const option = chosen(field.id, field.options ?? [], value);
  const old = before as { id: string; value: string } | null;
  if (option?.id === old?.id) return null;
  issue.otherFields[field.id] = option ? optionBody(option) : null;
  return historyItem(named, { id: old?.id ?? null, text: old?.value ?? null }, ends(option));
}
