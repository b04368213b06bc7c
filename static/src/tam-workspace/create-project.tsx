import { type FormEvent, useState } from 'react';
import type { NewClientProject, WorkspaceView } from '../../../src/contract/tam-workspace';
import { FormButtons } from '../ui/form-buttons';
import { TextField } from '../ui/inputs';
import { ProblemNotice } from '../ui/problem-notice';
import { useAction } from '../ui/use-action';
import { useTexts } from '../ui/viewer';
import { ProjectFields } from './project-fields';
import { checkForm, newForm, requestOf, stillWrong } from './project-form';
import { resolver } from './resolver';

type Props = {
  policies: WorkspaceView['policies'];
  me: WorkspaceView['me'];
  cancel: () => void;
  created: (next: WorkspaceView, key: string) => void;
};

/** The form of a new client project. */
export function CreateProject({ policies, me, cancel, created }: Props) {
  const { workspace, shared } = useTexts();
  const texts = workspace.form;
  const [form, change] = useState(() => newForm(me));
  const [wasSent, setSent] = useState(false);
  const [sent, keepSent] = useState<NewClientProject | null>(null);
  const create = useAction();
  const problem = stillWrong(create.problem, sent, requestOf(form));
  const errors = wasSent ? checkForm(form) : {};
  const keyErrors = { missing: shared.required, bad: texts.keyBad };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (Object.keys(checkForm(form)).length > 0) return;
    const request = requestOf(form);
    keepSent(request);
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
          error={errors.key ? keyErrors[errors.key] : problem?.fields?.key}
          autoFocus
        />
        <ProjectFields {...{ form, change, errors, policies, problem }} />
        <ProblemNotice problem={problem} />
        <FormButtons submit={texts.submit} isBusy={create.isBusy} cancel={cancel} />
      </form>
    </>
  );
}
