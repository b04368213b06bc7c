import { toInstant } from '../../calendar/local-dates';
import type { GoalField } from './goal-jql-fields';

type Literal =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: string };

/** Status categories by everything that JQL calls them (Jira docs, ids are the same on every site). */
const CATEGORIES: Readonly<Record<string, string>> = {
  ...{ new: 'new', 'to do': 'new', '2': 'new' },
  ...{ indeterminate: 'indeterminate', 'in progress': 'indeterminate', '4': 'indeterminate' },
  ...{ done: 'done', complete: 'done', '3': 'done' },
};

/**
 * A value as it is written in JQL, in the form in which a state is compared with it: categories by
 * key, dates as `YYYY-MM-DD`, moments in epoch ms. Days begin in `timeZone`.
 *
 * `2026/11/23` of `created` in Europe/Moscow is 1795381200000, 2026-11-22T21:00Z.
 */
export function literalOf(
  field: string,
  kind: GoalField['kind'],
  text: string,
  timeZone: string,
): Literal {
  switch (kind) {
    case 'category': {
      const key = CATEGORIES[text.toLowerCase()];
      if (key !== undefined) return { ok: true, value: key };
      return bad(`there is no status category "${text}", only "To Do", "In Progress" and "Done"`);
    }
    case 'project':
      if (/^[A-Z][A-Z0-9_]+$/.test(text)) return { ok: true, value: text };
      return bad(`"${text}" is no project key; projects go by keys like SUP here`);
    case 'person':
      if (!/[\s@]/.test(text)) return { ok: true, value: text };
      return bad(`"${text}" is no account id; people go by account ids here`);
    case 'date':
    case 'moment':
      return dateOf(field, kind, text, timeZone);
    default:
      return { ok: true, value: text };
  }
}

const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:\s+(\d{1,2}):(\d{2}))?$/;

function dateOf(field: string, kind: 'date' | 'moment', text: string, timeZone: string): Literal {
  const match = DATE.exec(text.trim());
  const isRelative = /^[+-]?\s*\d+[yMwdhm]/.test(text.trim());
  if (isRelative) return bad(`"${text}" counts from now; write a date like 2026-12-31`);
  if (match === null || (kind === 'date' && match[4] !== undefined)) {
    return bad(`"${text}" is no date for "${field}"; write one like 2026-12-31`);
  }
  const [year = '', month = '', day = '', hour = '0', minute = '00'] = match.slice(1);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const local = Date.parse(`${date}T${hour.padStart(2, '0')}:${minute}Z`);
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 10) !== date) {
    return bad(`"${text}" is a date that no calendar has`);
  }
  return { ok: true, value: kind === 'date' ? date : String(toInstant(timeZone, local)) };
}

function bad(problem: string): Literal {
  return { ok: false, problem };
}
