import Button from '@atlaskit/button/new';
import { type FormEvent, useState } from 'react';
import { announceDone } from '../../bridge/flags';
import { FormButtons } from '../../ui/form-buttons';
import { TextField } from '../../ui/inputs';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useViewer } from '../../ui/viewer';
import { resolver } from '../resolver';
import { LagForm } from './lag-form';
import { instantOf, localOf } from './local-moment';
import type { OrderProps } from './order-section';

type Props = Pick<OrderProps, 'order' | 'accept'> & { close: () => void };

/** "Not before the maintenance window", and how long after a blocker is done. */
export function OrderTimes({ order, accept, close }: Props) {
  const viewer = useViewer();
  const { times: texts } = viewer.texts.order;
  const [local, setLocal] = useState(() => localOf(order.notBefore, viewer.timeZone));
  const [isMissing, setMissing] = useState(false);
  const set = useAction();
  useReturnFocus();

  const save = (at: string | null, done: string) =>
    set.run(
      () => resolver.decideOrder({ kind: 'setNotBefore', at }),
      (next) => {
        accept(next);
        announceDone(done);
        close();
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = instantOf(local, viewer.timeZone);
    setMissing(at === null);
    if (at !== null) save(at, texts.notBeforeSet);
  };
  return (
    <section className="stack" aria-label={texts.title}>
      <form className="form" onSubmit={submit} noValidate aria-label={texts.setNotBefore}>
        <TextField
          label={texts.notBefore}
          type="datetime-local"
          hint={texts.notBeforeHint(viewer.timeZone)}
          value={local}
          onChange={setLocal}
          error={isMissing ? texts.dateMissing : set.problem?.fields?.at}
        />
        <ProblemNotice problem={set.problem} />
        {order.notBefore !== null && (
          <div className="row">
            <Button isDisabled={set.isBusy} onClick={() => save(null, texts.notBeforeCleared)}>
              {texts.clear}
            </Button>
          </div>
        )}
        <FormButtons submit={texts.setNotBefore} isBusy={set.isBusy} cancel={close} />
      </form>
      {order.links.length > 0 && <LagForm links={order.links} accept={accept} close={close} />}
    </section>
  );
}
