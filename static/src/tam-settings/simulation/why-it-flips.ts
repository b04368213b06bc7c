import type { FlipSideView, FlipView } from '../../../../src/contract/simulation';
import { durationText } from '../../i18n/duration';
import type { Texts } from '../../i18n/en';
import { momentText, type Reader } from '../../i18n/moments';
import { labelText } from '../../ui/label-text';

type Eyes = Reader & { readonly texts: Pick<Texts, 'simulation' | 'ledger'> };
type Label = FlipView['shifts'][number]['present'];

/**
 * Why two contracts judge a clock differently, a line each: whose incident it is, another goal or
 * calendar, another start or end, and the time that they count differently.
 */
export function whyItFlips(flip: FlipView, eyes: Eyes): string[] {
  const { simulation: texts } = eyes.texts;
  const { present, other, selectedBy } = flip;
  if (selectedBy !== 'both') return [texts.whySelect[selectedBy]];
  if (present === null || other === null) return [texts.whyCycle];
  const reasons = [
    ...whyGoal(present, other, eyes),
    ...whyEnds(present, other, eyes),
    ...whyCarried(present, other, eyes),
    ...(flip.intervalCount < 2 ? stretchesOf(flip, eyes) : shiftsOf(flip, eyes)),
  ];
  if (reasons.length > 0) return reasons;
  const used = ({ elapsedMs }: FlipSideView) => durationText(elapsedMs, eyes.language);
  const isSame = present.elapsedMs === other.elapsedMs;
  return [isSame ? texts.whyRules : texts.whyUsed(used(present), used(other))];
}

/** Where the two count time differently, the first ones in order, and how many more there are. */
export function stretchesOf(flip: FlipView, eyes: Eyes): string[] {
  const { simulation: texts } = eyes.texts;
  const moment = (at: string, near: string) => momentText(Date.parse(at), Date.parse(near), eyes);
  // Far from today, so that the first of the two always says its day.
  const start = (at: string) => momentText(Date.parse(at), 0, eyes);
  const stretches = flip.intervals.map(({ from, to, present, other }) =>
    texts.whyStretch(start(from), moment(to, from), words(present, eyes), words(other, eyes)),
  );
  const more = flip.intervalCount - flip.intervals.length;
  return more > 0 ? [...stretches, texts.whyMore(more)] : stretches;
}

function whyGoal(present: FlipSideView, other: FlipSideView, eyes: Eyes): string[] {
  const { simulation: texts } = eyes.texts;
  const [now, then] = [present.targetMs, other.targetMs];
  const reasons: string[] = [];
  if (now !== then) {
    const goal = (ms: number) => durationText(ms, eyes.language);
    reasons.push(
      now === null || then === null ? texts.whyNoGoal : texts.whyGoal(goal(now), goal(then)),
    );
  }
  if (present.calendar !== other.calendar && present.calendar && other.calendar) {
    reasons.push(texts.whyCalendar(present.calendar, other.calendar));
  }
  return reasons;
}

function whyEnds(present: FlipSideView, other: FlipSideView, eyes: Eyes): string[] {
  const { simulation: texts } = eyes.texts;
  const moment = (at: string) => momentText(Date.parse(at), 0, eyes);
  const reasons: string[] = [];
  if (present.startedAt !== other.startedAt) {
    reasons.push(texts.whyStart(moment(present.startedAt), moment(other.startedAt)));
  }
  if (present.stoppedAt !== other.stoppedAt) {
    const end = (at: string | null) => (at === null ? texts.notStopped : moment(at));
    reasons.push(texts.whyStop(end(present.stoppedAt), end(other.stoppedAt)));
  }
  return reasons;
}

/** What an earlier run had used up, where the contract adds runs together. */
function whyCarried(present: FlipSideView, other: FlipSideView, eyes: Eyes): string[] {
  if (present.carriedMs === other.carriedMs) return [];
  const time = ({ carriedMs }: FlipSideView) => durationText(carriedMs, eyes.language);
  return [eyes.texts.simulation.whyCarried(time(present), time(other))];
}

function shiftsOf(flip: FlipView, eyes: Eyes): string[] {
  return flip.shifts.map(({ present, other, ms }) =>
    eyes.texts.simulation.whyShift(
      durationText(ms, eyes.language),
      words(present, eyes),
      words(other, eyes),
    ),
  );
}

function words(label: Label, { texts }: Eyes): string {
  return label === null ? texts.simulation.notMeasured : labelText(label, texts.ledger);
}
