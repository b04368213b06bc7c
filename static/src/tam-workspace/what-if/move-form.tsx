import Button from '@atlaskit/button/new';
import { type FormEvent, useState } from 'react';
import type { WhatIfItem } from '../../../../src/contract/what-if';
import { SelectField, TextField } from '../../ui/inputs';
import { useTexts } from '../../ui/viewer';
import { useDay } from './use-day';

type Props = {
  items: readonly WhatIfItem[];
  isBusy: boolean;
  move: (issueId: string, to: string) => void;
};

/** One work item and the day on which it might be due. */
export function MoveForm({ items, isBusy, move }: Props) {
  const { whatIf, shared } = useTexts();
  const { form: texts } = whatIf;
  const day = useDay();
  const [issueId, setIssue] = useState('');
  const [date, setDate] = useState('');
  const [wasSent, setSent] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (isBusy || issueId === '' || date === '') return;
    move(issueId, date);
    setSent(false);
  };
  const choose = (id: string) => {
    setIssue(id);
    setDate(items.find((item) => item.id === id)?.due ?? '');
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={texts.label}>
      <div className="form-row">
        <SelectField
          label={texts.item}
          value={issueId}
          onChange={choose}
          error={wasSent && issueId === '' ? texts.noItem : undefined}
          options={items.map(({ id, key, summary, due }) => ({
            value: id,
            label: texts.option(key, summary, due === null ? shared.noDue : day(due)),
          }))}
        />
        <TextField
          label={texts.date}
          type="date"
          value={date}
          onChange={setDate}
          error={wasSent && date === '' ? texts.noDate : undefined}
        />
      </div>
      <div className="row">
        <Button type="submit" isLoading={isBusy}>
          {texts.submit}
        </Button>
      </div>
    </form>
  );
}
