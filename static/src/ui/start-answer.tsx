import type { ReactNode } from 'react';
import type { GateView, OrderFlagView, WaitView } from '../../../src/contract/order-acts';
import type { StartView } from '../../../src/contract/views';
import { momentText } from '../i18n/moments';
import { Blockers } from './blockers';
import { OrderFlags } from './order-flags';
import { StateLozenge } from './state-lozenge';
import { useTexts, useViewer, type Viewer } from './viewer';
import './start-answer.css';

type Props = {
  start: StartView;
  /** What somebody may do about one blocker or one flag, beside it. */
  blockerAction?: (blocker: WaitView) => ReactNode;
  flagAction?: (flag: OrderFlagView) => ReactNode;
};

/** "May I start?": the answer first, then everything that stands in the way. */
export function StartAnswer({ start, blockerAction, flagAction }: Props) {
  const texts = useTexts();
  const isOver = start.state === 'done';
  return (
    <section
      className={`start start-${start.state}`}
      aria-label={texts.issue.start.heading}
      aria-live="polite"
    >
      <p className="row">
        <StateLozenge state={start.state} />
        <strong>{sentence(start, texts)}</strong>
        {!isOver && <Progress gate={start} />}
      </p>
      {!isOver && <Against gate={start} actionOf={blockerAction} />}
      {start.finish && <Finish gate={start.finish} actionOf={blockerAction} />}
      <OrderFlags start={start} actionOf={flagAction} />
    </section>
  );
}

type GateProps = {
  gate: Omit<GateView, 'gate'>;
  actionOf: ((blocker: WaitView) => ReactNode) | undefined;
};

/** Every blocker, and what the clock or the calendar has to say. */
function Against({ gate, actionOf }: GateProps) {
  const viewer = useViewer();
  const { order } = viewer.texts;
  const moment = (at: string) => momentText(Date.parse(at), Date.now(), viewer);
  return (
    <>
      {hasBlockers(gate) && (
        <Blockers
          waitsFor={gate.waitsFor}
          hidden={gate.hidden}
          unreadable={gate.unreadable}
          actionOf={actionOf}
        />
      )}
      {gate.notBefore && <p>{order.startsAfter(moment(gate.notBefore))}</p>}
      {gate.opensAt && gate.opensAt !== gate.notBefore && (
        <p>{order.opensAt(moment(gate.opensAt))}</p>
      )}
      {gate.policyName && <p className="subtle small">{order.policy(gate.policyName)}</p>}
    </>
  );
}

/** What stands against the end of the work. */
function Finish({ gate, actionOf }: GateProps) {
  const { order } = useTexts();
  return (
    <div className="start-finish">
      <p className="row">
        <strong>{order.finish}</strong>
        <Progress gate={gate} />
      </p>
      <Against gate={gate} actionOf={actionOf} />
    </div>
  );
}

function Progress({ gate: { progress } }: Pick<GateProps, 'gate'>) {
  const { order } = useTexts();
  if (progress.total < 2) return null;
  return <span className="subtle">{order.progress(progress.done, progress.total)}</span>;
}

function hasBlockers({ waitsFor, hidden, unreadable }: GateProps['gate']): boolean {
  return waitsFor.length + hidden.length + unreadable > 0;
}

function sentence(start: StartView, texts: Viewer['texts']): string {
  const { start: words } = texts.issue;
  const { sentence: excused } = texts.order;
  const has = (kind: OrderFlagView['kind']) => start.flags.some((flag) => flag.kind === kind);
  if (start.state === 'ready' && has('byPass')) return excused.byPass;
  if (start.state === 'ready' && has('freeAccount')) return excused.freeAccount;
  if (start.state === 'running' && has('byPass')) return excused.startedByPass;
  if (start.state === 'running' && has('grandfathered')) return excused.grandfathered;
  return start.state === 'waiting' && !hasBlockers(start)
    ? words.waitingNothing
    : words[start.state];
}
