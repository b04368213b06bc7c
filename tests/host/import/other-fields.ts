import { SYSTEM_FIELDS } from '../../../src/cli/odd-input';
import type { JiraState } from '../jira/state/state';
import type { ExportedIssue } from './exported';
import type { Note } from './notes';

/** Fields that the state keeps in places of their own. */
const modelled = new Set(
  `summary issuetype project status priority resolution resolutiondate created updated
  statuscategorychangedate duedate labels assignee reporter creator parent subtasks issuelinks
  comment description`.split(/\s+/),
);

/**
 * All other fields stay as they came and can be read; a custom field gets an entry among the
 * fields.
 */
export function otherFieldsOf(
  state: JiraState,
  { key, fields }: ExportedIssue,
  note: Note,
): Record<string, unknown> {
  const entries = Object.entries(fields).filter(([id]) => !modelled.has(id));
  for (const [id] of entries) {
    if (state.fields.has(id) || SYSTEM_FIELDS.has(id)) continue;
    const custom = id.startsWith('customfield_');
    state.fields.set(id, { id, name: id, type: 'any', custom, onScreen: false });
    if (!custom)
      note({ issue: key, what: `has an unknown field "${id}"`, done: 'kept, read-only' });
  }
  return Object.fromEntries(entries);
}
