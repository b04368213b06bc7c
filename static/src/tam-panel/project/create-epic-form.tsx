import { type FormEvent, useState } from 'react';
import { announceDone } from '../../bridge/flags';
import { FormButtons } from '../../ui/form-buttons';
import { SelectField, TextField } from '../../ui/inputs';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import type { ManageProps } from './neighbourhood';

/** Makes a new epic in a department and links it at once. */
export function CreateEpicForm({ project, accept, close }: ManageProps & { close: () => void }) {
  const { panel, shared } = useTexts();
  const [projectId, setProjectId] = useState('');
  const [summary, setSummary] = useState('');
  const [dueDate, setDueDate] = useState('');
  const [wasSent, setSent] = useState(false);
  const create = useAction();
  useReturnFocus();
  const missing = (value: string) => (wasSent && value.trim() === '' ? shared.required : undefined);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (projectId === '' || summary.trim() === '') return;
    const request = {
      projectId,
      summary: summary.trim(),
      dueDate: dueDate === '' ? null : dueDate,
    };
    create.run(
      () => resolver.createEpic(request),
      (next) => {
        accept(next);
        announceDone(panel.createForm.done);
        close();
      },
    );
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={panel.createEpic}>
      <div className="form-row">
        <SelectField
          label={panel.createForm.department}
          value={projectId}
          onChange={setProjectId}
          error={missing(projectId) ?? create.problem?.fields?.projectId}
          options={project.createIn.map((it) => ({ value: it.projectId, label: it.department }))}
        />
        <TextField
          label={panel.createForm.due}
          type="date"
          value={dueDate}
          onChange={setDueDate}
          error={create.problem?.fields?.dueDate}
        />
      </div>
      <TextField
        label={panel.createForm.summary}
        value={summary}
        onChange={setSummary}
        maxLength={255}
        error={missing(summary) ?? create.problem?.fields?.summary}
      />
      <ProblemNotice problem={create.problem} />
      <FormButtons submit={panel.createForm.submit} isBusy={create.isBusy} cancel={close} />
    </form>
  );
}
