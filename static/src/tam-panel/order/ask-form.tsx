import { type FormEvent, useState } from 'react';
import type { Gate } from '../../../../src/core/order/judge/judgement';
import { announceDone } from '../../bridge/flags';
import { FormButtons } from '../../ui/form-buttons';
import { TextField } from '../../ui/inputs';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import type { OrderProps } from './order-section';
import { isShort } from './pass-draft';

type Props = Pick<OrderProps, 'accept'> & { gate: Gate; close: () => void };

/** "Ask to start anyway": the reason goes to those who may issue a pass. */
export function AskForm({ gate, accept, close }: Props) {
  const { pass: texts } = useTexts().order;
  const [reason, setReason] = useState('');
  const [wasSent, setSent] = useState(false);
  const ask = useAction();
  useReturnFocus();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (isShort(reason)) return;
    ask.run(
      () => resolver.askForPass({ gate, reason: reason.trim() }),
      (next) => {
        accept(next);
        announceDone(texts.asked);
        close();
      },
    );
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={texts.ask[gate]}>
      <TextField
        label={texts.reason}
        hint={texts.askHint}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        error={wasSent && isShort(reason) ? texts.reasonShort : ask.problem?.fields?.reason}
      />
      <ProblemNotice problem={ask.problem} />
      <FormButtons submit={texts.submitAsk} isBusy={ask.isBusy} cancel={close} />
    </form>
  );
}
