import { type FormEvent, useState } from 'react';
import type { WorkspaceView } from '../../../src/contract/tam-workspace';
import { FormButtons } from '../ui/form-buttons';
import { TextField } from '../ui/inputs';
import { ProblemNotice } from '../ui/problem-notice';
import { useAction } from '../ui/use-action';
import { useTexts } from '../ui/viewer';
import { ProjectFields } from './project-fields';
import { checkForm, emptyForm, requestOf } from './project-form';
import { resolver } from './resolver';

type Props = {
  policies: WorkspaceView['policies'];
  cancel: () => void;
  created: (next: WorkspaceView, key: string) => void;
};

export function CreateProject({ policies, cancel, created }: Props) {
  const { workspace, shared } = useTexts();
  const texts = workspace.form;
  const [form, change] = useState(emptyForm);
  const [wasSent, setSent] = useState(false);
  const create = useAction();
  const errors = wasSent ? checkForm(form) : {};
  const keyErrors = { missing: shared.required, bad: texts.keyBad };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (Object.keys(checkForm(form)).length > 0) return;
    const request = requestOf(form);
    create.run(
      () => resolver.createProject(request),
      (next) => created(next, request.key),
    );
  };
  return (
    <>
      <h2 className="title">{texts.newTitle}</h2>
      <form className="form" onSubmit={submit} noValidate aria-label={texts.newTitle}>
        <TextField
          label={texts.key}
          hint={texts.keyHint}
          value={form.key}
          onChange={(key) => change({ ...form, key: key.toUpperCase().trim() })}
          maxLength={10}
          error={errors.key ? keyErrors[errors.key] : create.problem?.fields?.key}
        />
        <ProjectFields {...{ form, change, errors, policies, problem: create.problem }} />
        <ProblemNotice problem={create.problem} />
        <FormButtons submit={texts.submit} isBusy={create.isBusy} cancel={cancel} />
      </form>
    </>
  );
}
