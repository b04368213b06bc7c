import type { ClockView } from '../../../src/contract/views';
import { durationText } from '../i18n/duration';
import { momentText } from '../i18n/moments';
import type { ClockPhase, ClockReading } from './clock-reading';
import { useViewer, type Viewer } from './viewer';

type Props = { clock: ClockView; reading: ClockReading; now: number };

/** The smaller print of a clock: due when, stopped by whom, paused why. */
export function ClockDetails({ clock, reading, now }: Props) {
  const viewer = useViewer();
  const { phase } = reading;
  const parts = [
    dueOrStopped(clock, phase, now, viewer),
    ...pauses(clock, phase, viewer),
    ...byHand(clock, now, viewer),
    sleep(reading, now, viewer),
    clock.reason,
    frozen(clock, now, viewer),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return <p className="clock-details">{parts.join(' · ')}</p>;
}

function dueOrStopped(
  clock: ClockView,
  phase: ClockPhase,
  now: number,
  viewer: Viewer,
): string | null {
  const { clock: texts } = viewer.texts.issue;
  const moment = (at: string) => momentText(Date.parse(at), now, viewer);
  if (clock.stoppedAt !== null) {
    return clock.stoppedBy === null
      ? texts.stoppedAt(moment(clock.stoppedAt))
      : texts.stopped(clock.stoppedBy, moment(clock.stoppedAt));
  }
  if (clock.dueAt === null) return null;
  if (phase === 'breached') return texts.wasDue(moment(clock.dueAt));
  const due = clock.clock === 'nextResponse' ? texts.answerBy : texts.due;
  return due(moment(clock.dueAt));
}

function pauses(clock: ClockView, phase: ClockPhase, viewer: Viewer): (string | null)[] {
  const { clock: texts } = viewer.texts.issue;
  const why =
    phase === 'paused' && clock.pausedBecause !== null
      ? texts.pausedBecause(clock.pausedBecause)
      : null;
  const inAll =
    clock.pausedMs > 0 ? texts.pausedInAll(durationText(clock.pausedMs, viewer.language)) : null;
  return [why, inAll];
}

/** More time was granted by hand; what stood before stays in sight. */
function byHand(clock: ClockView, now: number, viewer: Viewer): (string | null)[] {
  const { act, issue } = viewer.texts;
  const { original, extendedMs } = clock;
  const granted = extendedMs > 0 ? act.extendedBy(durationText(extendedMs, viewer.language)) : null;
  if (original === null) return [granted];
  const state = issue.clock.state[original.state];
  const due = original.dueAt;
  const before =
    due === null
      ? act.original(state)
      : act.originalDue(state, momentText(Date.parse(due), now, viewer));
  return [granted, before];
}

/** The verdict stands, though its history is another one now: said plainly. */
function frozen({ frozen: since }: ClockView, now: number, viewer: Viewer): string | null {
  if (since === null || !since.isOtherwise) return null;
  return viewer.texts.issue.clock.frozenOtherwise(momentText(Date.parse(since.at), now, viewer));
}

function sleep({ phase, resumesAt }: ClockReading, now: number, viewer: Viewer): string | null {
  if (phase !== 'sleeping' || resumesAt === null) return null;
  return viewer.texts.issue.clock.resumes(momentText(resumesAt, now, viewer));
}
