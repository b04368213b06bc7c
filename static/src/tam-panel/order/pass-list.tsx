import Button from '@atlaskit/button/new';
import type { OrderView, PassView } from '../../../../src/contract/order-acts';
import { announceDone } from '../../bridge/flags';
import { momentText } from '../../i18n/moments';
import { PassLozenge } from '../../ui/pass-lozenge';
import { passOutcome } from '../../ui/pass-outcome';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useViewer, type Viewer } from '../../ui/viewer';
import { resolver } from '../resolver';
import type { OrderProps } from './order-section';

/** Who asked, who passed, when, why, and what became of it. */
export function PassList({ order, now, accept }: OrderProps) {
  const viewer = useViewer();
  const { pass: texts } = viewer.texts.order;
  const revoke = useAction();
  if (order.passes.length + order.asks.length === 0) return null;
  const take = (pass: PassView) =>
    revoke.run(
      () => resolver.revokePass({ passId: pass.id }),
      (next) => {
        accept(next);
        announceDone(texts.revoked);
      },
    );
  return (
    <section className="stack stack-tight" aria-label={texts.heading}>
      <h3>{texts.heading}</h3>
      <ul className="clocks">
        {order.asks.map((ask) => (
          <li key={`${ask.at} ${ask.reason}`}>
            <div>{askText(ask, now, viewer)}</div>
            <div className="clock-details">
              <bdi>{ask.reason}</bdi>
            </div>
          </li>
        ))}
        {order.passes.map((pass) => (
          <li key={pass.id}>
            <div className="row">
              <PassLozenge pass={pass} />
              <span>{texts.gate[pass.gate]}</span>
              <span className="subtle">{passOutcome(pass, now, viewer)}</span>
              {order.mayPass && (pass.state === 'open' || pass.state === 'worthless') && (
                <Button
                  spacing="compact"
                  isDisabled={revoke.isBusy}
                  aria-label={texts.revokeNamed(pass.issuedBy ?? texts.somebody)}
                  onClick={() => take(pass)}
                >
                  {texts.revoke}
                </Button>
              )}
            </div>
            <div className="clock-details">
              {texts.issuedBy(pass.issuedBy ?? texts.somebody, at(pass.issuedAt, now, viewer))}:{' '}
              <bdi>{pass.reason}</bdi>
            </div>
          </li>
        ))}
      </ul>
      <ProblemNotice problem={revoke.problem} />
    </section>
  );
}

function askText(ask: OrderView['asks'][number], now: number, viewer: Viewer): string {
  const { pass: texts } = viewer.texts.order;
  return texts.askLine(ask.by ?? texts.somebody, texts.gate[ask.gate], at(ask.at, now, viewer));
}

function at(moment: string, now: number, viewer: Viewer): string {
  return momentText(Date.parse(moment), now, viewer);
}
