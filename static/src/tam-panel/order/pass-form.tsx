import { type FormEvent, useState } from 'react';
import type { Gate } from '../../../../src/core/order/judge/judgement';
import { announceDone } from '../../bridge/flags';
import { FormButtons } from '../../ui/form-buttons';
import { SelectField, TextField } from '../../ui/inputs';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import type { OrderProps } from './order-section';
import { EMPTY_PASS, passFaults, passRequest, type UntilChoice } from './pass-draft';

type Props = Pick<OrderProps, 'accept'> & { gate: Gate; close: () => void };

const CHOICES: readonly UntilChoice[] = ['1', '4', '24', 'date'];

/** A pass through one gate: why, and for how long. */
export function PassForm({ gate, accept, close }: Props) {
  const { pass: texts } = useTexts().order;
  const [draft, setDraft] = useState(EMPTY_PASS);
  const [wasSent, setSent] = useState(false);
  const issue = useAction();
  useReturnFocus();
  const faults = passFaults(draft);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (faults.reason || faults.date) return;
    issue.run(
      () => resolver.issuePass(passRequest(draft, gate)),
      (next) => {
        accept(next);
        announceDone(texts.issued);
        close();
      },
    );
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={texts.issue[gate]}>
      <TextField
        label={texts.reason}
        hint={texts.reasonHint}
        value={draft.reason}
        onChange={(reason) => setDraft({ ...draft, reason })}
        maxLength={1000}
        error={wasSent && faults.reason ? texts.reasonShort : issue.problem?.fields?.reason}
      />
      <div className="form-row">
        <SelectField
          label={texts.until}
          hint={texts.oneUse}
          value={draft.until}
          onChange={(until) => setDraft({ ...draft, until: until as UntilChoice })}
          error={draft.until === 'date' ? undefined : issue.problem?.fields?.until}
          options={CHOICES.map((value) => ({ value, label: texts.hours[value] }))}
        />
        {draft.until === 'date' && (
          <TextField
            label={texts.untilDate}
            type="date"
            value={draft.date}
            onChange={(date) => setDraft({ ...draft, date })}
            error={wasSent && faults.date ? texts.dateMissing : issue.problem?.fields?.until}
          />
        )}
      </div>
      <ProblemNotice problem={issue.problem} />
      <FormButtons submit={texts.submit} isBusy={issue.isBusy} cancel={close} />
    </form>
  );
}
