import type { SlaActRequest } from '../../../../src/contract/sla-acts';
import type { ClockView } from '../../../../src/contract/views';

export type ActKind = 'extendTarget' | 'extendNow' | 'reset' | 'exclude';

/** What stands in the form. */
export type ActDraft = {
  readonly clock: ClockView['clock'];
  readonly kind: ActKind;
  readonly hours: string;
  readonly minutes: string;
  readonly reason: string;
};

export type ActFaults = { readonly time: boolean; readonly reason: boolean };

const SHORTEST_REASON = 10;
const YEAR_MINUTES = 527_040;

/** What is still wrong with a draft. */
export function faultsOf(draft: ActDraft): ActFaults {
  const minutes = minutesOf(draft);
  const isExtension = draft.kind === 'extendTarget' || draft.kind === 'extendNow';
  return {
    time: isExtension && !(minutes >= 1 && minutes <= YEAR_MINUTES),
    reason: draft.reason.trim().length < SHORTEST_REASON,
  };
}

/** `2` hours `30` minutes more than the target is an extension by 150 minutes from `target`. */
export function requestOf(draft: ActDraft, clientProjectId: string): SlaActRequest {
  const base = { clientProjectId, clock: draft.clock, reason: draft.reason.trim() };
  const { kind } = draft;
  if (kind === 'reset' || kind === 'exclude') return { ...base, kind };
  const from = kind === 'extendNow' ? 'now' : 'target';
  return { ...base, kind: 'extend', from, minutes: minutesOf(draft) };
}

/** A clock that has stopped can only be taken out of the count. */
export function kindsFor(clock: ClockView['clock'], clocks: readonly ClockView[]): ActKind[] {
  const latest = clocks.findLast((each) => each.clock === clock);
  const isOpen = latest !== undefined && latest.stoppedAt === null;
  return isOpen ? ['extendTarget', 'extendNow', 'reset', 'exclude'] : ['exclude'];
}

/** NaN for what is no whole number. */
function minutesOf({ hours, minutes }: ActDraft): number {
  const isWhole = (text: string) => /^\d*$/.test(text.trim());
  if (!isWhole(hours) || !isWhole(minutes)) return Number.NaN;
  return Number(hours) * 60 + Number(minutes);
}
