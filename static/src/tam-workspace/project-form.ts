import type { Problem } from '../../../src/contract/answer';
import type { ClientProjectView, NewClientProject } from '../../../src/contract/tam-workspace';
import type { Person } from '../../../src/core/issue';

/** A client project's fields as they stand in the form. */
export type ProjectForm = {
  readonly key: string;
  readonly name: string;
  readonly client: string;
  readonly tam: Person | null;
  readonly deputies: readonly Person[];
  readonly viewers: readonly Person[];
  /** Empty: no SLA. */
  readonly policyKey: string;
  readonly incidentsJql: string;
  readonly countsHidden: boolean;
};

export type ProjectFormErrors = Readonly<
  Partial<Record<'key' | 'name' | 'client' | 'tamAccountId' | 'incidentsJql', 'missing' | 'bad'>>
>;

export const emptyForm: ProjectForm = {
  key: '',
  name: '',
  client: '',
  tam: null,
  deputies: [],
  viewers: [],
  policyKey: '',
  incidentsJql: '',
  countsHidden: false,
};

/** A new one: its TAM is mostly who creates it. */
export function newForm(me: Person | null): ProjectForm {
  return { ...emptyForm, tam: me };
}

/** The form of a client project as it is stored. */
export function formOf(project: ClientProjectView): ProjectForm {
  const { key, name, client, tam, deputies, viewers, incidentsJql, countsHidden } = project;
  return {
    key,
    name,
    client,
    tam,
    deputies,
    viewers,
    incidentsJql,
    countsHidden,
    policyKey: project.policyKey ?? '',
  };
}

/**
 * What has to be put right before sending; what only Jira can judge (JQL, people) is left to the
 * answer.
 */
export function checkForm(form: ProjectForm): ProjectFormErrors {
  const isKey = /^[A-Z][A-Z0-9]{1,9}$/.test(form.key);
  const wantsJql = form.policyKey !== '' && form.incidentsJql.trim() === '';
  return {
    ...(isKey ? {} : { key: form.key === '' ? 'missing' : 'bad' }),
    ...(form.name.trim() === '' ? { name: 'missing' } : {}),
    ...(form.client.trim() === '' ? { client: 'missing' } : {}),
    ...(form.tam === null ? { tamAccountId: 'missing' } : {}),
    ...(wantsJql ? { incidentsJql: 'missing' } : {}),
  };
}

/** The request for a form that `checkForm` has nothing against. */
export function requestOf(form: ProjectForm): NewClientProject {
  return {
    key: form.key,
    name: form.name.trim(),
    client: form.client.trim(),
    tamAccountId: form.tam?.accountId ?? '',
    deputyAccountIds: form.deputies.map((it) => it.accountId),
    viewerAccountIds: form.viewers.map((it) => it.accountId),
    policyKey: form.policyKey === '' ? null : form.policyKey,
    incidentsJql: form.incidentsJql.trim(),
    countsHidden: form.countsHidden,
  };
}

/**
 * What the answer to `sent` still says of the form as it is `now`: a field that was edited since is
 * no longer at fault.
 */
export function stillWrong(
  problem: Problem | null,
  sent: NewClientProject | null,
  now: NewClientProject,
): Problem | null {
  if (!problem?.fields || sent === null) return problem;
  const valueIn = (request: NewClientProject, field: string) =>
    JSON.stringify(Object.entries(request).find(([name]) => name === field));
  const left = Object.entries(problem.fields).filter(
    ([field]) => valueIn(sent, field) === valueIn(now, field),
  );
  return left.length === 0 ? null : { ...problem, fields: Object.fromEntries(left) };
}
