import type { IssuePassRequest, PassUntil } from '../../../../src/contract/order-acts';

export type UntilChoice = '1' | '4' | '24' | 'date';

/** What stands in the form of a pass. */
export type PassDraft = {
  readonly reason: string;
  readonly until: UntilChoice;
  /** YYYY-MM-DD; counts for `date` only. */
  readonly date: string;
};

export type PassFaults = { readonly reason: boolean; readonly date: boolean };

export const EMPTY_PASS: PassDraft = { reason: '', until: '24', date: '' };

const SHORTEST_REASON = 10;

/** Ten code points without the spaces around them, as the app counts them. */
export function isShort(reason: string): boolean {
  return [...reason.trim()].length < SHORTEST_REASON;
}

/** What is still wrong with a draft. */
export function passFaults({ reason, until, date }: PassDraft): PassFaults {
  return { reason: isShort(reason), date: until === 'date' && date === '' };
}

/** A draft without faults as the app is asked for it. */
export function passRequest(draft: PassDraft, gate: IssuePassRequest['gate']): IssuePassRequest {
  return { gate, reason: draft.reason.trim(), until: untilOf(draft) };
}

function untilOf({ until, date }: PassDraft): PassUntil {
  switch (until) {
    case '1':
      return { kind: 'hours', hours: 1 };
    case '4':
      return { kind: 'hours', hours: 4 };
    case '24':
      return { kind: 'hours', hours: 24 };
    case 'date':
      return { kind: 'date', date };
  }
}
