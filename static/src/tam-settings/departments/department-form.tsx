import { type FormEvent, useState } from 'react';
import type { DepartmentRow } from '../../../../src/contract/tam-settings';
import { announceDone } from '../../bridge/flags';
import { FormButtons } from '../../ui/form-buttons';
import { CheckboxField, SelectField, TextField } from '../../ui/inputs';
import { PersonField } from '../../ui/people-field';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import type { SectionProps } from '../section';

type Props = SectionProps & { department: DepartmentRow | null; close: () => void };

/** A new department from a Jira project, or another name and lead for one that is there. */
export function DepartmentForm({ department, view, accept, close }: Props) {
  const { settings, shared } = useTexts();
  const [projectId, setProjectId] = useState(department?.projectId ?? '');
  const [name, setName] = useState(department?.name ?? '');
  const [lead, setLead] = useState(department?.lead ?? null);
  const [isOpen, setOpen] = useState(department?.isOpen ?? false);
  const [wasSent, setSent] = useState(false);
  const save = useAction();
  useReturnFocus();
  const missing = (value: string) => (wasSent && value.trim() === '' ? shared.required : undefined);
  const title = department ? settings.editDepartment(department.name) : settings.addDepartment;

  const chooseProject = (id: string) => {
    const project = view.otherProjects.find((it) => it.projectId === id);
    setProjectId(id);
    if (project && name.trim() === '') setName(project.name);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (projectId === '' || name.trim() === '') return;
    const edit = { projectId, name: name.trim(), leadAccountId: lead?.accountId ?? null, isOpen };
    save.run(
      () => resolver.saveDepartment(edit),
      (next) => {
        accept(next);
        announceDone(settings.saved);
        close();
      },
    );
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={title}>
      <h3>{title}</h3>
      {department === null && (
        <SelectField
          label={settings.project}
          value={projectId}
          onChange={chooseProject}
          error={missing(projectId) ?? save.problem?.fields?.projectId}
          hint={view.otherProjects.length === 0 ? settings.noOtherProjects : undefined}
          options={view.otherProjects.map((it) => ({
            value: it.projectId,
            label: `${it.name} (${it.key})`,
          }))}
        />
      )}
      <TextField
        label={settings.name}
        value={name}
        onChange={setName}
        maxLength={100}
        error={missing(name) ?? save.problem?.fields?.name}
      />
      <PersonField
        label={settings.lead}
        person={lead}
        onPick={setLead}
        search={(text) => resolver.searchPeople({ text })}
        error={save.problem?.fields?.leadAccountId}
      />
      <CheckboxField
        label={settings.open}
        hint={settings.openHint}
        checked={isOpen}
        onChange={setOpen}
      />
      <ProblemNotice problem={save.problem} />
      <FormButtons submit={shared.save} isBusy={save.isBusy} cancel={close} />
    </form>
  );
}
