import type { Problem } from '../../contract/answer';
import {
  type FormField,
  faultsOf,
  type ProjectForm,
} from '../../core/project/client-project-rules';
import type { UserEnv } from '../env';
import { textsFor } from '../problem';

/** The form and the policy it names. */
export type CheckedForm = ProjectForm & { readonly policyKey: string | null };

type Faults = Map<FormField | 'policyKey', string>;

/**
 * Null when a client project may be stored so, else what is wrong, per field. Jira says whether it
 * understands the JQL and knows the people: two reads, none while the form itself has faults.
 * `keptPeople` were named before, and stay even if Jira has forgotten them.
 */
export async function checkProjectForm(
  env: UserEnv,
  form: CheckedForm,
  keptPeople: readonly string[],
): Promise<Problem | null> {
  const texts = textsFor(env);
  const faults: Faults = new Map();
  for (const [field, fault] of faultsOf(form)) faults.set(field, texts.formFault[fault]);
  if (faults.size === 0) await askOthers(env, form, keptPeople, faults);
  if (faults.size === 0) return null;
  return { code: 'invalid', text: texts.formHasFaults, fields: Object.fromEntries(faults) };
}

async function askOthers(
  env: UserEnv,
  form: CheckedForm,
  keptPeople: readonly string[],
  faults: Faults,
): Promise<void> {
  const texts = textsFor(env);
  const named = [form.tamAccountId, ...form.deputyAccountIds, ...form.viewerAccountIds];
  const unsure = named.filter((id) => !keptPeople.includes(id));
  const [jqlFaults, people, policy] = await Promise.all([
    form.incidentsJql.trim() === '' ? [] : env.asUser.checkJql(form.incidentsJql),
    env.asUser.listPeople(unsure),
    form.policyKey === null ? null : env.settings.findPolicyText(form.policyKey),
  ]);
  if (jqlFaults.length > 0) faults.set('incidentsJql', texts.badJql(jqlFaults.join(' ')));
  if (form.policyKey !== null && policy === null) {
    faults.set('policyKey', texts.unknownPolicy(form.policyKey));
  }
  const unknown = (ids: readonly string[]) =>
    ids.some((id) => unsure.includes(id) && !people.some(({ accountId }) => accountId === id));
  if (unknown([form.tamAccountId])) faults.set('tamAccountId', texts.unknownPerson);
  if (unknown(form.deputyAccountIds)) faults.set('deputyAccountIds', texts.unknownPerson);
  if (unknown(form.viewerAccountIds)) faults.set('viewerAccountIds', texts.unknownPerson);
}
