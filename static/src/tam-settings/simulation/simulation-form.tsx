import Button from '@atlaskit/button/new';
import { type FormEvent, useState } from 'react';
import type { SimulationList } from '../../../../src/contract/simulation';
import type { SettingsView } from '../../../../src/contract/tam-settings';
import { SelectField, TextArea, TextField } from '../../ui/inputs';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';

type Props = { view: SettingsView; accept: (next: SimulationList) => void };

/** Whose incidents, how far back, and under which other contract: one in force, changed by hand. */
export function SimulationForm({ view, accept }: Props) {
  const { simulation, settings, shared } = useTexts();
  const [clientProjectId, setProject] = useState('');
  const [months, setMonths] = useState('3');
  const [base, setBase] = useState('');
  const [text, setText] = useState('');
  const [wasSent, setSent] = useState(false);
  const start = useAction();
  const isMonths = /^\d+$/.test(months) && Number(months) >= 1 && Number(months) <= 36;
  const missing = (value: string) => (wasSent && value.trim() === '' ? shared.required : undefined);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (clientProjectId === '' || text.trim() === '' || !isMonths) return;
    start.run(
      () => resolver.startSimulation({ clientProjectId, months: Number(months), text }),
      (next) => {
        accept(next);
        setSent(false);
      },
    );
  };
  const takeBase = (key: string) => {
    setBase(key);
    const policy = view.policies.find((it) => it.key === key);
    if (policy) setText(policy.text);
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={simulation.title}>
      <div className="form-row">
        <SelectField
          label={simulation.project}
          value={clientProjectId}
          onChange={setProject}
          error={missing(clientProjectId)}
          options={view.clientProjects.map((it) => ({
            value: it.id,
            label: it.policyKey
              ? `${it.key} · ${it.name}`
              : `${it.key}, ${settings.backfillNoPolicy}`,
          }))}
        />
        <TextField
          label={simulation.months}
          value={months}
          onChange={setMonths}
          inputMode="numeric"
          error={wasSent && !isMonths ? simulation.badMonths : undefined}
        />
        <SelectField
          label={simulation.base}
          value={base}
          onChange={takeBase}
          whenEmpty={simulation.baseNone}
          options={view.policies.map((it) => ({ value: it.key, label: it.name }))}
        />
      </div>
      <TextArea
        label={simulation.file}
        hint={simulation.fileHint}
        rows={8}
        value={text}
        onChange={setText}
        error={missing(text)}
      />
      <ProblemNotice problem={start.problem} />
      <div className="row">
        <Button type="submit" isLoading={start.isBusy}>
          {simulation.start}
        </Button>
      </div>
    </form>
  );
}
