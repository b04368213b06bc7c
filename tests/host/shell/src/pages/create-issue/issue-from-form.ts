import { CLIENT_FIELD } from '../../lib/create-meta';
import { textToAdf } from '../../lib/text-to-adf';

type Shape = (value: string) => unknown;

const SHAPES: Record<string, Shape> = {
  project: (key) => ({ key }),
  issuetype: (id) => ({ id }),
  summary: (text) => text,
  description: textToAdf,
  parent: (key) => ({ key: key.toUpperCase() }),
  assignee: (accountId) => ({ accountId }),
  priority: (id) => ({ id }),
  duedate: (day) => day,
  [CLIENT_FIELD]: (id) => ({ id }),
};

/** The body's `fields` of POST issue; fields left empty are left out, so that Jira's defaults hold. */
export function issueFromForm(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, shape] of Object.entries(SHAPES)) {
    const value = String(form.get(name) ?? '').trim();
    if (value !== '') fields[name] = shape(value);
  }
  return fields;
}
