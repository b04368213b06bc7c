import Lozenge from '@atlaskit/lozenge/new';
import type { CoverageState } from '../../../../src/core/order/rule/coverage';
import { useTexts } from '../../ui/viewer';

const looks = {
  enforced: 'success',
  guarded: 'information',
  advisory: 'warning',
  unknown: 'neutral',
} as const satisfies Record<CoverageState, string>;

/** How well a transition is covered, in a word and a colour. */
export function CoverageLozenge({ state }: { state: CoverageState }) {
  const { coverage } = useTexts();
  return <Lozenge appearance={looks[state]}>{coverage.state[state]}</Lozenge>;
}
