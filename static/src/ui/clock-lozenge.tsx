import Lozenge from '@atlaskit/lozenge/new';
import type { ClockPhase } from './clock-reading';
import { useTexts } from './viewer';

const looks: Record<ClockPhase, 'success' | 'danger' | 'information' | 'warning' | 'neutral'> = {
  met: 'success',
  breached: 'danger',
  running: 'information',
  soon: 'warning',
  paused: 'neutral',
  sleeping: 'neutral',
  noTarget: 'neutral',
  excluded: 'neutral',
  invalid: 'neutral',
};

/** The state of a clock in its colour, the same everywhere. */
export function ClockLozenge(props: { phase: ClockPhase; extendedMs?: number }) {
  const { act, issue } = useTexts();
  const { phase, extendedMs = 0 } = props;
  const isGranted = phase === 'met' && extendedMs > 0;
  return (
    <Lozenge appearance={looks[phase]}>
      {isGranted ? act.metWithExtension : issue.clock.state[phase]}
    </Lozenge>
  );
}
