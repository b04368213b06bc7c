import Lozenge from '@atlaskit/lozenge/new';
import type { PassState, PassView } from '../../../src/contract/order-acts';
import { useViewer } from './viewer';

const LOOKS = {
  open: 'success',
  used: 'information',
  revoked: 'neutral',
  expired: 'neutral',
  worthless: 'warning',
} as const satisfies Record<PassState, string>;

type Props = { pass: PassView };

/** "Used", "Taken back" and the like. */
export function PassLozenge({ pass }: Props) {
  const { pass: texts } = useViewer().texts.order;
  return <Lozenge appearance={LOOKS[pass.state]}>{texts.state[pass.state]}</Lozenge>;
}
