import { type FormEvent, useState } from 'react';
import type {
  ClientProjectView,
  NewClientProject,
  WorkspaceView,
} from '../../../src/contract/tam-workspace';
import { announceDone } from '../bridge/flags';
import { FormButtons } from '../ui/form-buttons';
import { ProblemNotice } from '../ui/problem-notice';
import { useAction } from '../ui/use-action';
import { useTexts } from '../ui/viewer';
import { ProjectFields } from './project-fields';
import { checkForm, formOf, requestOf, stillWrong } from './project-form';
import { resolver } from './resolver';

type Props = {
  project: ClientProjectView;
  policies: WorkspaceView['policies'];
  cancel: () => void;
  saved: (next: ClientProjectView) => void;
};

/** Changes a client project. Somebody else's newer change is refused by the app, the input is kept. */
export function EditProject({ project, policies, cancel, saved }: Props) {
  const { workspace, shared } = useTexts();
  const title = workspace.form.editTitle(project.key);
  const [form, change] = useState(() => formOf(project));
  const [wasSent, setSent] = useState(false);
  const [sent, keepSent] = useState<NewClientProject | null>(null);
  const save = useAction();
  const problem = stillWrong(save.problem, sent, requestOf(form));
  const errors = wasSent ? checkForm(form) : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (Object.keys(checkForm(form)).length > 0) return;
    const asked = requestOf(form);
    keepSent(asked);
    const { key: _unchanging, ...fields } = asked;
    const request = { ...fields, clientProjectId: project.id, version: project.version };
    save.run(
      () => resolver.saveProject(request),
      (next) => {
        announceDone(workspace.form.saved(next.key));
        saved(next);
      },
    );
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={title}>
      <h3>{title}</h3>
      <ProjectFields {...{ form, change, errors, policies, problem }} />
      <ProblemNotice problem={problem} />
      <FormButtons submit={shared.save} isBusy={save.isBusy} cancel={cancel} />
    </form>
  );
}
