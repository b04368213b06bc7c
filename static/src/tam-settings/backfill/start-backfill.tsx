import Button from '@atlaskit/button/new';
import { type FormEvent, useState } from 'react';
import type { BackfillView, SettingsView } from '../../../../src/contract/tam-settings';
import { SelectField } from '../../ui/inputs';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';

type Props = {
  clientProjects: SettingsView['clientProjects'];
  accept: (next: readonly BackfillView[]) => void;
};

/** Chooses a client project and reads its past incidents in. */
export function StartBackfill({ clientProjects, accept }: Props) {
  const { settings, shared } = useTexts();
  const [clientProjectId, setProject] = useState('');
  const [isMissing, setMissing] = useState(false);
  const start = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(clientProjectId === '');
    if (clientProjectId !== '')
      start.run(() => resolver.startBackfill({ clientProjectId }), accept);
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={settings.backfill}>
      <SelectField
        label={settings.backfillProject}
        value={clientProjectId}
        onChange={setProject}
        error={isMissing ? shared.required : start.problem?.fields?.clientProjectId}
        options={clientProjects.map((it) => ({
          value: it.id,
          label: [`${it.key} · ${it.name}`, it.policyKey ? null : settings.backfillNoPolicy]
            .filter((part) => part !== null)
            .join(', '),
        }))}
      />
      <ProblemNotice problem={start.problem} />
      <div className="row">
        <Button type="submit" isLoading={start.isBusy}>
          {settings.backfillStart}
        </Button>
      </div>
    </form>
  );
}
