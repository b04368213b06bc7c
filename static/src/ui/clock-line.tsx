import type { ClockView } from '../../../src/contract/views';
import { countdownText, durationText } from '../i18n/duration';
import { ClockDetails } from './clock-details';
import { ClockLozenge } from './clock-lozenge';
import { type ClockPhase, type ClockReading, readClock } from './clock-reading';
import { useViewer, type Viewer } from './viewer';
import './clock-line.css';

type Props = { clock: ClockView; answeredAt: number; now: number };

/** One SLA clock: its state, how much time is left or over, and why it stands still if it does. */
export function ClockLine({ clock, answeredAt, now }: Props) {
  const viewer = useViewer();
  const { clock: texts } = viewer.texts.issue;
  const reading = readClock(clock, answeredAt, now);
  // A message is no run of anything: how many came before it tells nobody what to do.
  const isRun = clock.cycle > 1 && clock.clock !== 'nextResponse';
  const name = isRun ? texts.cycle(texts[clock.clock], clock.cycle) : texts[clock.clock];
  return (
    <li className={`clock clock-${reading.phase}`}>
      <div className="row">
        <span className="clock-name">{name}</span>
        <ClockLozenge phase={reading.phase} extendedMs={clock.extendedMs} />
        <span className="clock-figure">{figure(clock, reading, viewer)}</span>
      </div>
      {isUnderWay(reading) && <UsedBar label={texts.bar(name)} used={reading.used} />}
      <ClockDetails clock={clock} reading={reading} now={now} />
    </li>
  );
}

function figure(clock: ClockView, reading: ClockReading, viewer: Viewer): string {
  const { clock: texts } = viewer.texts.issue;
  const { language } = viewer;
  const isOver = reading.remainingMs !== null && reading.remainingMs < 0;
  if (isOver) {
    const over = durationText(reading.remainingMs ?? 0, language);
    return clock.stoppedAt === null ? texts.overSoFar(over) : texts.over(over);
  }
  if (reading.phase === 'met' && clock.targetMs !== null) {
    return texts.tookOf(
      durationText(reading.elapsedMs, language),
      durationText(clock.targetMs, language),
    );
  }
  if (reading.remainingMs !== null && clock.stoppedAt === null) {
    return texts.left(countdownText(reading.remainingMs, language));
  }
  return clock.state === 'noTarget' ? texts.ran(durationText(reading.elapsedMs, language)) : '';
}

function isUnderWay(reading: ClockReading): reading is ClockReading & { used: number } {
  const standing: readonly ClockPhase[] = ['running', 'soon', 'paused', 'sleeping'];
  return reading.used !== null && standing.includes(reading.phase);
}

function UsedBar(props: { label: string; used: number }) {
  return <progress className="clock-bar" aria-label={props.label} value={props.used} max={1} />;
}
