import type { ActView } from '../../../../src/contract/views';
import { durationText } from '../../i18n/duration';
import { momentText } from '../../i18n/moments';
import { useViewer, type Viewer } from '../../ui/viewer';

/** What was decided on the clocks by hand: who, when, what and why. */
export function ActList({ acts, now }: { acts: readonly ActView[]; now: number }) {
  const viewer = useViewer();
  const { act: texts } = viewer.texts;
  if (acts.length === 0) return null;
  return (
    <section className="stack stack-tight" aria-label={texts.list}>
      <h3>{texts.list}</h3>
      <ul className="clocks">
        {acts.map((act) => (
          <li key={`${act.at} ${act.clock} ${act.kind}`}>
            <div>{actText(act, viewer)}</div>
            <div className="clock-details">
              {texts.by(act.by ?? texts.somebody, momentText(Date.parse(act.at), now, viewer))}:{' '}
              {act.reason}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function actText(act: ActView, { texts, language }: Viewer): string {
  const clock = texts.issue.clock[act.clock];
  if (act.kind === 'reset') return texts.act.wasReset(clock);
  if (act.kind === 'exclude') return texts.act.wasExcluded(clock);
  const time = durationText(act.ms ?? 0, language);
  return act.from === 'now' ? texts.act.extendedNow(clock, time) : texts.act.extended(clock, time);
}
