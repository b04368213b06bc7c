import type { SlaView } from '../../../src/contract/views';
import { ClockLine } from './clock-line';
import { useServerNow } from './use-now';
import { useTexts } from './viewer';

type Props = { sla: SlaView; answeredNow: string; loadedAt: number };

/** The clocks that the client is promised, counting by themselves. */
export function SlaClocks({ sla, answeredNow, loadedAt }: Props) {
  const { clock: texts } = useTexts().issue;
  const isRunning = sla.clocks.some((clock) => clock.state === 'running');
  const now = useServerNow(answeredNow, loadedAt, isRunning ? 1000 : 60_000);
  const about = [sla.priority, texts.policy(sla.policyName, sla.policyVersion)];
  return (
    <section className="stack stack-tight" aria-label={texts.heading}>
      <p className="subtle">{about.filter((part) => part !== null).join(' · ')}</p>
      <ul className="clocks">
        {sla.clocks.map((clock) => (
          <ClockLine
            key={`${clock.clock}-${clock.cycle}`}
            clock={clock}
            answeredAt={Date.parse(answeredNow)}
            now={now}
          />
        ))}
      </ul>
    </section>
  );
}
