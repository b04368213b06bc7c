import type { FlipView } from '../../../src/contract/simulation';
import { durationText } from '../i18n/duration';
import type { Texts } from '../i18n/en';
import { momentText, type Reader } from '../i18n/moments';
import { labelText } from '../ui/label-text';

type Eyes = Reader & { readonly texts: Pick<Texts, 'simulation' | 'ledger'> };

/**
 * Why two contracts judge a clock differently, a line each: another goal, then the stretches of
 * time that only one of them counts.
 */
export function whyItFlips(flip: FlipView, eyes: Eyes): string[] {
  const { simulation: texts, ledger } = eyes.texts;
  const { present, other } = flip;
  if (present === null || other === null) return [texts.whyCycle];
  const reasons: string[] = [];
  if (present.targetMs !== other.targetMs) {
    reasons.push(
      present.targetMs === null || other.targetMs === null
        ? texts.whyNoGoal
        : texts.whyGoal(
            durationText(present.targetMs, eyes.language),
            durationText(other.targetMs, eyes.language),
          ),
    );
  }
  const moment = (at: string, near: string) => momentText(Date.parse(at), Date.parse(near), eyes);
  // Far from today, so that the first of the two always says its day.
  const start = (at: string) => momentText(Date.parse(at), 0, eyes);
  for (const { from, to, present: now, other: then } of flip.intervals) {
    const words = [now, then].map((label) =>
      label === null ? texts.notMeasured : labelText(label, ledger),
    );
    const [a = '', b = ''] = words;
    reasons.push(texts.whyStretch(start(from), moment(to, from), a, b));
  }
  const more = flip.intervalCount - flip.intervals.length;
  return more > 0 ? [...reasons, texts.whyMore(more)] : reasons;
}
