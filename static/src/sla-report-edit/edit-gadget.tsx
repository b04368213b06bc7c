import { type FormEvent, useState } from 'react';
import type { ReportChoice, SlaReportApi } from '../../../src/contract/sla-report';
import { reportPeriods } from '../../../src/core/sla/report/report-periods';
import { leaveGadget, submitGadget } from '../bridge/gadget';
import { resolverOf } from '../bridge/invoke';
import { Answered } from '../ui/answered';
import { Empty } from '../ui/empty';
import { FormButtons } from '../ui/form-buttons';
import { SelectField, TextField } from '../ui/inputs';
import { ProblemNotice } from '../ui/problem-notice';
import { Surface } from '../ui/surface';
import { useAction } from '../ui/use-action';
import { useAnswer } from '../ui/use-answer';
import { useViewer } from '../ui/viewer';
import {
  countByOf,
  groupByOf,
  periodOf,
  priorityOf,
  type ReportForm,
  readForm,
  startForm,
} from './report-form';

const resolver = resolverOf<SlaReportApi>();
const timeZones = Intl.supportedValuesOf('timeZone');

/** The gadget's settings: which client project, which period, in whose midnights, against what. */
export function EditGadget() {
  const asked = useAnswer(() => resolver.choices({}));
  const { edit } = useViewer().texts.report;
  return (
    <Surface title={edit.title} room="frame">
      <Answered asked={asked}>
        {(choices) =>
          choices.length === 0 ? (
            <Empty title={edit.noProjects} text={edit.noProjectsText} />
          ) : (
            <EditForm choices={choices} />
          )
        }
      </Answered>
    </Surface>
  );
}

function EditForm({ choices }: { choices: readonly ReportChoice[] }) {
  const { texts, extension, timeZone } = useViewer();
  const { edit, periods: periodNames } = texts.report;
  const [form, setForm] = useState(() => startForm(extension.gadgetConfiguration, timeZone));
  const [wasSent, setSent] = useState(false);
  const save = useAction();
  const set = (field: keyof typeof form) => (value: string) => setForm({ ...form, [field]: value });
  const read = readForm(form);
  const errors = wasSent && 'errors' in read ? read.errors : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if ('errors' in read) return;
    const saving = async () => {
      await submitGadget(read.config);
      return { ok: true, value: null } as const;
    };
    save.run(saving, () => undefined);
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <SelectField
        label={edit.project}
        value={form.clientProjectId}
        onChange={set('clientProjectId')}
        error={errors.clientProjectId && texts.shared.required}
        options={choices.map((it) => ({ value: it.id, label: `${it.key} · ${it.name}` }))}
      />
      <SelectField
        label={edit.period}
        value={form.period}
        onChange={(name) => setForm({ ...form, period: periodOf(name) })}
        options={reportPeriods.map((it) => ({ value: it, label: periodNames[it] }))}
      />
      <TextField
        label={edit.timeZone}
        hint={edit.timeZoneHint}
        value={form.timeZone}
        onChange={set('timeZone')}
        list={timeZones}
        error={errors.timeZone && edit.timeZoneBad}
      />
      <TextField
        label={edit.target}
        inputMode="decimal"
        value={form.targetPercent}
        onChange={set('targetPercent')}
        error={errors.targetPercent && edit.targetBad}
      />
      <CountingFields form={form} change={(changes) => setForm({ ...form, ...changes })} />
      <ProblemNotice problem={save.problem} />
      <FormButtons
        submit={texts.shared.save}
        isBusy={save.isBusy}
        cancel={() => {
          leaveGadget().catch(() => undefined);
        }}
      />
    </form>
  );
}

type CountingProps = { form: ReportForm; change: (changes: Partial<ReportForm>) => void };

/** What puts a clock into the period and an incident into a bar. */
function CountingFields({ form, change }: CountingProps) {
  const { edit } = useViewer().texts.report;
  return (
    <>
      <SelectField
        label={edit.countBy}
        value={form.countBy}
        onChange={(name) => change({ countBy: countByOf(name) })}
        options={(['decided', 'started'] as const).map((it) => ({
          value: it,
          label: edit.countedBy[it],
        }))}
      />
      <SelectField
        label={edit.priority}
        value={form.priority}
        onChange={(name) => change({ priority: priorityOf(name) })}
        options={(['decided', 'first'] as const).map((it) => ({
          value: it,
          label: edit.priorities[it],
        }))}
      />
      <SelectField
        label={edit.groupBy}
        value={form.groupBy}
        onChange={(name) => change({ groupBy: groupByOf(name) })}
        options={(['department', 'priority'] as const).map((it) => ({
          value: it,
          label: edit.groups[it],
        }))}
      />
    </>
  );
}
