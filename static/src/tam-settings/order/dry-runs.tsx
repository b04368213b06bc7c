import Button from '@atlaskit/button/new';
import { type FormEvent, useState } from 'react';
import type { DryRunList } from '../../../../src/contract/order-settings';
import type { OrderSite } from '../../../../src/core/order/policy/order-site';
import { TextField } from '../../ui/inputs';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import { Section } from '../section';
import { DryRunResult } from './dry-run-result';
import { DryRunTable } from './dry-run-table';
import { useDryRuns } from './use-dry-runs';

/** What the policies on the screen, saved or not, would have meant in the last days. */
export function DryRuns({ site }: { site: OrderSite }) {
  const { orderSettings: texts, settings } = useTexts();
  const { list, accept, show, isBlind } = useDryRuns();
  return (
    <Section title={texts.dryRun} text={texts.dryRunText}>
      <StartForm site={site} accept={accept} />
      {isBlind && (
        <p className="notice notice-warning" role="status">
          {settings.pollFailed}
        </p>
      )}
      {list.runs.length > 0 && <DryRunTable list={list} accept={accept} show={show} />}
      {list.open && <DryRunResult run={list.open} />}
    </Section>
  );
}

function StartForm({ site, accept }: { site: OrderSite; accept: (next: DryRunList) => void }) {
  const { orderSettings: texts } = useTexts();
  const [days, setDays] = useState('90');
  const start = useAction();
  const isDays = /^\d+$/.test(days) && Number(days) >= 1 && Number(days) <= 365;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isDays) return;
    start.run(() => resolver.startDryRun({ site, days: Number(days) }), accept);
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={texts.dryRun}>
      <TextField
        label={texts.days}
        value={days}
        onChange={setDays}
        inputMode="numeric"
        error={isDays ? undefined : texts.badDays}
      />
      <ProblemNotice problem={start.problem} />
      <div className="row">
        <Button type="submit" isLoading={start.isBusy}>
          {texts.run}
        </Button>
      </div>
    </form>
  );
}
