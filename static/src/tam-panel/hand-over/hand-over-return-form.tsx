import { type FormEvent, useState } from 'react';
import type { HandOverView } from '../../../../src/contract/hand-over';
import type { PanelView } from '../../../../src/contract/tam-panel';
import { announceDone } from '../../bridge/flags';
import { FormButtons } from '../../ui/form-buttons';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import { HandOverText } from './hand-over-text';

type Props = { view: HandOverView; accept: (view: PanelView) => void; close: () => void };

const SHORTEST = 10;

/** "Not like this", with the reason that the sender reads. */
export function HandOverReturnForm({ view, accept, close }: Props) {
  const { handOver: texts } = useTexts();
  const [reason, setReason] = useState('');
  const [wasSent, setSent] = useState(false);
  const sendBack = useAction();
  useReturnFocus();
  const isShort = [...reason.trim()].length < SHORTEST;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (isShort) return;
    sendBack.run(
      () => resolver.returnHandOver({ blockerId: view.otherId, version: view.version, reason }),
      (next) => {
        accept(next);
        announceDone(texts.returned);
        close();
      },
    );
  };
  return (
    <form
      className="form"
      onSubmit={submit}
      noValidate
      aria-label={texts.returnTitle(view.department)}
    >
      <p>{texts.returnText}</p>
      <HandOverText
        label={texts.reason}
        hint={texts.reasonHint}
        value={reason}
        onChange={setReason}
        focus="now"
        error={wasSent && isShort ? texts.reasonShort : sendBack.problem?.fields?.reason}
      />
      <ProblemNotice problem={sendBack.problem} />
      <FormButtons submit={texts.submitReturn} isBusy={sendBack.isBusy} cancel={close} />
    </form>
  );
}
