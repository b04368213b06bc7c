import { type FormEvent, useState } from 'react';
import type { EpicRow } from '../../../../src/contract/views';
import { announceDone } from '../../bridge/flags';
import { FormButtons } from '../../ui/form-buttons';
import { SelectField } from '../../ui/inputs';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useTexts } from '../../ui/viewer';
import type { ManageProps } from '../project/neighbourhood';
import { resolver } from '../resolver';
import { OrderList } from './order-list';

/** "X waits for Y" over the linked epics: sets it, lists it, takes it away. */
export function OrderForm(props: ManageProps & { close: () => void }) {
  const { panel, shared } = useTexts();
  const epics = props.project.departments.flatMap((it) => it.epics);
  const [successorId, setSuccessor] = useState(epics.find((it) => it.isThisIssue)?.id ?? '');
  const [blockerId, setBlocker] = useState('');
  const [wasSent, setSent] = useState(false);
  const order = useAction();
  useReturnFocus();
  const isSame = successorId !== '' && successorId === blockerId;
  const missing = (value: string) => (wasSent && value === '' ? shared.required : undefined);
  const keyOf = (id: string) => epics.find((it) => it.id === id)?.key ?? '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (successorId === '' || blockerId === '' || isSame) return;
    order.run(
      () => resolver.setOrder({ successorId, blockerId }),
      (next) => {
        props.accept(next);
        announceDone(panel.orderForm.done(keyOf(successorId), keyOf(blockerId)));
        setBlocker('');
        setSent(false);
      },
    );
  };
  if (epics.length < 2) return <p className="subtle">{panel.orderForm.tooFew}</p>;
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={panel.order}>
      <div className="form-row">
        <SelectField
          label={panel.orderForm.successor}
          value={successorId}
          onChange={setSuccessor}
          error={missing(successorId)}
          options={epics.map(optionOf)}
        />
        <SelectField
          label={panel.orderForm.blocker}
          value={blockerId}
          onChange={setBlocker}
          error={isSame ? panel.orderForm.same : missing(blockerId)}
          options={epics.map(optionOf)}
        />
      </div>
      <ProblemNotice problem={order.problem} />
      <FormButtons submit={panel.orderForm.submit} isBusy={order.isBusy} cancel={props.close} />
      <OrderList {...props} epics={epics} />
    </form>
  );
}

function optionOf(epic: EpicRow) {
  return { value: epic.id, label: `${epic.key} ${epic.summary}` };
}
