import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { OrderView } from '../../../../src/contract/order-acts';
import type { PanelView } from '../../../../src/contract/tam-panel';
import type { Gate } from '../../../../src/core/order/judge/judgement';
import { useTexts } from '../../ui/viewer';
import { AskForm } from './ask-form';
import { DueConflicts } from './due-conflicts';
import { OrderQuestions } from './order-questions';
import { OrderTimes } from './order-times';
import { PassForm } from './pass-form';
import { PassList } from './pass-list';
import { RemovedLinks } from './removed-links';

export type OrderProps = {
  order: OrderView;
  now: number;
  accept: (view: PanelView) => void;
};

type Open = { readonly tool: 'ask' | 'pass'; readonly gate: Gate } | { readonly tool: 'times' };

/** Below "May I start?": the ways out, what was decided, and what the order says of dates. */
export function OrderSection(props: OrderProps) {
  const [open, setOpen] = useState<Open | null>(null);
  const { order, accept } = props;
  const close = () => setOpen(null);
  return (
    <>
      <RemovedLinks order={order} accept={accept} />
      <OrderTools order={order} open={open} setOpen={setOpen} />
      {open?.tool === 'ask' && <AskForm gate={open.gate} accept={accept} close={close} />}
      {open?.tool === 'pass' && <PassForm gate={open.gate} accept={accept} close={close} />}
      {open?.tool === 'times' && <OrderTimes order={order} accept={accept} close={close} />}
      <PassList {...props} />
      <DueConflicts conflicts={order.dueConflicts} />
      <OrderQuestions />
    </>
  );
}

type ToolsProps = {
  order: OrderView;
  open: Open | null;
  setOpen: (open: Open | null) => void;
};

/** What this viewer may do about it; one form at a time opens below. */
function OrderTools({ order, open, setOpen }: ToolsProps) {
  const { order: texts } = useTexts();
  const tool = order.mayPass ? 'pass' : 'ask';
  const words = order.mayPass ? texts.pass.issue : texts.pass.ask;
  const isOpen = (gate: Gate) => open?.tool === tool && open.gate === gate;
  if (order.refused.length === 0 && !order.mayDecide) return null;
  return (
    <div className="row">
      {order.refused.map((gate) => (
        <Button
          key={gate}
          aria-expanded={isOpen(gate)}
          isSelected={isOpen(gate)}
          onClick={() => setOpen(isOpen(gate) ? null : { tool, gate })}
        >
          {words[gate]}
        </Button>
      ))}
      {order.mayDecide && (
        <Button
          aria-expanded={open?.tool === 'times'}
          isSelected={open?.tool === 'times'}
          onClick={() => setOpen(open?.tool === 'times' ? null : { tool: 'times' })}
        >
          {texts.times.open}
        </Button>
      )}
    </div>
  );
}
