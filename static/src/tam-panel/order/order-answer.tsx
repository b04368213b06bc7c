import type { OrderFlagView, WaitView } from '../../../../src/contract/order-acts';
import type { StartView } from '../../../../src/contract/views';
import { namesText } from '../../ui/names-text';
import { StartAnswer } from '../../ui/start-answer';
import { useTexts } from '../../ui/viewer';
import { ActButton } from '../clocks/act-button';
import { type OrderProps, OrderSection } from './order-section';

/** "May I start?", with what its TAM can decide right beside it, and the ways out below. */
export function OrderAnswer({ start, ...props }: OrderProps & { start: StartView }) {
  const { order, accept } = props;
  const mayDecide = order.mayDecide;
  return (
    <>
      <StartAnswer
        start={start}
        blockerAction={(blocker) =>
          mayDecide && blocker.why.kind === 'notReleasing' ? (
            <Confirm blocker={blocker} accept={accept} />
          ) : null
        }
        flagAction={(flag) =>
          mayDecide && flag.kind === 'suspectLink' ? <Copied flag={flag} accept={accept} /> : null
        }
      />
      <OrderSection {...props} />
    </>
  );
}

type Accept = Pick<OrderProps, 'accept'>;

/** The blocker was cancelled: does anybody still have to wait for it? */
function Confirm({ blocker, accept }: Accept & { blocker: WaitView }) {
  const { order: texts } = useTexts();
  return (
    <ActButton
      request={{ kind: 'confirmCancelled', blockerId: blocker.id }}
      label={texts.confirm}
      name={texts.confirmNamed(blocker.key)}
      done={texts.confirmed(blocker.key)}
      accept={accept}
    />
  );
}

type SuspectLink = Extract<OrderFlagView, { kind: 'suspectLink' }>;

/** A link that came with a copy: does it belong here? */
function Copied({ flag, accept }: Accept & { flag: SuspectLink }) {
  const texts = useTexts();
  const { flags: words } = texts.order;
  const names = namesText(flag.issues, texts);
  const { blockerId } = flag;
  return (
    <span className="row">
      <ActButton
        request={{ kind: 'keepCopied', blockerId }}
        label={words.keep}
        name={words.keepNamed(names)}
        done={words.kept}
        accept={accept}
      />
      <ActButton
        request={{ kind: 'removeCopied', blockerId }}
        label={words.drop}
        name={words.dropNamed(names)}
        done={words.dropped}
        accept={accept}
      />
    </span>
  );
}
