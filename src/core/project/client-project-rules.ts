/** A form as it was filled in, before anything is stored. */
export type ProjectForm = {
  readonly key: string;
  readonly name: string;
  readonly client: string;
  readonly tamAccountId: string;
  readonly deputyAccountIds: readonly string[];
  readonly viewerAccountIds: readonly string[];
  readonly incidentsJql: string;
  readonly countsHidden: boolean;
};

export type FormField = keyof ProjectForm;

/** What is wrong with a field; words are found where the reader's language is known. */
export type FormFault = 'empty' | 'tooLong' | 'notAKey' | 'tooMany' | 'twice';

const LONGEST_TEXT = 255;
const LONGEST_JQL = 10_000;
const MOST_PEOPLE = 50;
const KEY = /^[A-Z][A-Z0-9]{1,9}$/;

/**
 * Faults of a client project's form by field; an empty map when it may be stored. Whether Jira
 * understands the JQL and whether the key is free is asked elsewhere. Without a JQL the project
 * has no incidents.
 */
export function faultsOf(form: ProjectForm): ReadonlyMap<FormField, FormFault> {
  const faults = new Map<FormField, FormFault>();
  if (!KEY.test(form.key)) faults.set('key', 'notAKey');
  for (const field of ['name', 'client', 'tamAccountId'] as const) {
    const fault = textFault(form[field]);
    if (fault !== null) faults.set(field, fault);
  }
  if (form.incidentsJql.length > LONGEST_JQL) faults.set('incidentsJql', 'tooLong');
  for (const field of ['deputyAccountIds', 'viewerAccountIds'] as const) {
    if (form[field].length > MOST_PEOPLE) faults.set(field, 'tooMany');
    if (new Set(form[field]).size < form[field].length) faults.set(field, 'twice');
  }
  if (form.deputyAccountIds.includes(form.tamAccountId)) faults.set('deputyAccountIds', 'twice');
  return faults;
}

function textFault(text: string): FormFault | null {
  if (text.trim() === '') return 'empty';
  return text.length > LONGEST_TEXT ? 'tooLong' : null;
}
