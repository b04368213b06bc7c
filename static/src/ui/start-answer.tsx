import type { StartView } from '../../../src/contract/views';
import { Blockers } from './blockers';
import { StateLozenge } from './state-lozenge';
import { useTexts, type Viewer } from './viewer';
import './start-answer.css';

/** "May I start?": the answer first, then everything that stands in the way. */
export function StartAnswer({ start }: { start: StartView }) {
  const texts = useTexts();
  const hasBlockers = start.waitsFor.length + start.hidden.length > 0;
  return (
    <section
      className={`start start-${start.state}`}
      aria-label={texts.issue.start.heading}
      aria-live="polite"
    >
      <p className="row">
        <StateLozenge state={start.state} />
        <strong>{sentence(start, hasBlockers, texts)}</strong>
      </p>
      {hasBlockers && start.state !== 'done' && (
        <Blockers waitsFor={start.waitsFor} hidden={start.hidden} />
      )}
      {start.cycle && <p className="danger">{texts.issue.start.cycle(start.cycle.join(' → '))}</p>}
    </section>
  );
}

function sentence(start: StartView, hasBlockers: boolean, texts: Viewer['texts']): string {
  const words = texts.issue.start;
  return start.state === 'waiting' && !hasBlockers ? words.waitingNothing : words[start.state];
}
