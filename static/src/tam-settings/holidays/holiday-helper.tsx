import Button from '@atlaskit/button/new';
import { type FormEvent, useEffect, useState } from 'react';
import type { HolidayPlace, HolidayPreview } from '../../../../src/contract/holidays';
import { TextField } from '../../ui/inputs';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useTexts } from '../../ui/viewer';
import { readHolidayPlaces } from '../policies/policy-holidays';
import { resolver } from '../resolver';
import { HolidayDays } from './holiday-days';
import { emptyHolidayForm, type HolidayFault, holidayRequest } from './holiday-form';
import { HolidaySource } from './holiday-source';

type Props = {
  /** The policy file as it stands in the editor. */
  text: string;
  write: (text: string) => void;
  close: () => void;
};

/** Finds holidays of a country or a calendar file, shows them, and writes them into the policy. */
export function HolidayHelper({ text, write, close }: Props) {
  const { calendar } = useTexts();
  const [places, setPlaces] = useState<readonly HolidayPlace[]>([]);
  const [form, setForm] = useState(() => emptyHolidayForm(Date.now()));
  const [fault, setFault] = useState<HolidayFault | null>(null);
  const [found, setFound] = useState<HolidayPreview | null>(null);
  const loading = useAction();
  const asking = useAction();
  useReturnFocus();
  const load = loading.run;
  useEffect(() => load(() => resolver.holidayPlaces({}), setPlaces), [load]);

  const change = (changes: Partial<typeof form>) => {
    setForm({ ...form, ...changes });
    setFound(null);
    setFault(null);
  };
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const asked = holidayRequest(form);
    setFault('fault' in asked ? asked.fault : null);
    if ('request' in asked) asking.run(() => resolver.previewHolidays(asked.request), setFound);
  };
  const target = readHolidayPlaces(text);
  return (
    <section className="form" aria-label={calendar.add}>
      <h3>{calendar.add}</h3>
      {target === null && <p className="subtle">{calendar.noPolicy}</p>}
      <form className="stack stack-tight" onSubmit={ask} noValidate aria-label={calendar.find}>
        <HolidaySource places={places} form={form} change={change} fault={fault} />
        <ProblemNotice problem={loading.problem} />
        <div className="form-row">
          <TextField
            label={calendar.from}
            inputMode="numeric"
            value={form.from}
            onChange={(from) => change({ from })}
            error={fault === 'years' ? calendar.badYears : undefined}
          />
          <TextField
            label={calendar.to}
            inputMode="numeric"
            value={form.to}
            onChange={(to) => change({ to })}
          />
        </div>
        <ProblemNotice problem={asking.problem} />
        <div className="row">
          <Button type="submit" isLoading={asking.isBusy}>
            {calendar.show}
          </Button>
          <Button appearance="subtle" onClick={close}>
            {calendar.close}
          </Button>
        </div>
      </form>
      {found && <HolidayDays found={found} form={form} target={target} text={text} write={write} />}
    </section>
  );
}
