import type { WhatIfDifference, WhatIfLeft } from '../../../../src/contract/what-if';
import type { Texts } from '../../i18n/en';

/** One thing that has changed since a draft began; `day` writes a date. */
export function sinceText(
  change: WhatIfDifference,
  day: (date: string) => string,
  { whatIf }: Texts,
): string {
  const { since } = whatIf;
  switch (change.kind) {
    case 'due': {
      const { key, from, to } = change;
      if (from === null) return since.dueSet(key, to === null ? '' : day(to));
      return to === null ? since.dueGone(key, day(from)) : since.due(key, day(from), day(to));
    }
    case 'linked':
    case 'unlinked':
    case 'lag':
      return since[change.kind](change.successorKey, change.blockerKey);
    default:
      return since[change.kind](change.key);
  }
}

/** A move that a rebase has left out. */
export function leftText({ key, why }: WhatIfLeft, { whatIf }: Texts): string {
  return key === null ? whatIf.left.unnamed : whatIf.left[why](key);
}
