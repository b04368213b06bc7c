import type { Problem } from '../../../src/contract/answer';
import type { WorkspaceView } from '../../../src/contract/tam-workspace';
import { CheckboxField, SelectField, TextArea, TextField } from '../ui/inputs';
import { PeopleField, PersonField } from '../ui/people-field';
import { useTexts } from '../ui/viewer';
import type { ProjectForm, ProjectFormErrors } from './project-form';
import { searchPeople } from './resolver';

export type FieldsProps = {
  readonly form: ProjectForm;
  readonly change: (next: ProjectForm) => void;
  readonly errors: ProjectFormErrors;
  readonly problem: Problem | null;
  readonly policies: WorkspaceView['policies'];
};

/** Everything of a client project that can change; the key is only in the form that creates it. */
export function ProjectFields({ form, change, errors, problem, policies }: FieldsProps) {
  const { workspace, shared } = useTexts();
  const texts = workspace.form;
  const set = (field: 'name' | 'client') => (value: string) => change({ ...form, [field]: value });
  const errorOf = (field: 'name' | 'client' | 'tamAccountId') =>
    errors[field] ? shared.required : problem?.fields?.[field];
  return (
    <>
      <div className="form-row">
        <TextField
          label={texts.name}
          value={form.name}
          onChange={set('name')}
          error={errorOf('name')}
          maxLength={200}
        />
        <TextField
          label={texts.client}
          value={form.client}
          onChange={set('client')}
          error={errorOf('client')}
          maxLength={200}
        />
      </div>
      <PersonField
        label={texts.tam}
        person={form.tam}
        onPick={(tam) => change({ ...form, tam })}
        search={searchPeople}
        error={errorOf('tamAccountId')}
      />
      <PeopleField
        label={texts.deputies}
        hint={texts.deputiesHint}
        people={form.deputies}
        onChange={(deputies) => change({ ...form, deputies })}
        search={searchPeople}
        error={problem?.fields?.deputyAccountIds}
      />
      <PeopleField
        label={texts.viewers}
        hint={texts.viewersHint}
        people={form.viewers}
        onChange={(viewers) => change({ ...form, viewers })}
        search={searchPeople}
        error={problem?.fields?.viewerAccountIds}
      />
      <ContractFields {...{ form, change, errors, problem, policies }} />
    </>
  );
}

/** By which contract its incidents are judged, which issues those are, and what figures count. */
function ContractFields({ form, change, errors, problem, policies }: FieldsProps) {
  const { workspace, shared } = useTexts();
  const texts = workspace.form;
  return (
    <>
      <SelectField
        label={texts.policy}
        hint={texts.policyHint}
        value={form.policyKey}
        onChange={(policyKey) => change({ ...form, policyKey })}
        whenEmpty={texts.noPolicy}
        error={problem?.fields?.policyKey}
        options={policies.map((it) => ({ value: it.key, label: it.name }))}
      />
      <TextArea
        label={texts.jql}
        hint={
          <>
            {texts.jqlHint} <code>Client = "ACME" AND issuetype = Incident</code>
          </>
        }
        rows={2}
        value={form.incidentsJql}
        onChange={(incidentsJql) => change({ ...form, incidentsJql })}
        error={errors.incidentsJql ? shared.required : problem?.fields?.incidentsJql}
      />
      <CheckboxField
        label={texts.countsHidden}
        hint={texts.countsHiddenHint}
        checked={form.countsHidden}
        onChange={(countsHidden) => change({ ...form, countsHidden })}
      />
    </>
  );
}
