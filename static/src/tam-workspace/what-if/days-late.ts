import type { WhatIfRow } from '../../../../src/contract/what-if';

const DAY = 86_400_000;

/** By how many days an issue would be late if it kept its date; 0 where that is late enough. */
export function daysLate({ due, move, needs }: Pick<WhatIfRow, 'due' | 'move' | 'needs'>): number {
  const date = move ?? due;
  if (date === null || needs === null) return 0;
  return Math.max(0, Math.round((Date.parse(needs) - Date.parse(date)) / DAY));
}

/** The dates that would do, of those rows that may be moved. */
export function possibleDates(
  rows: readonly Pick<WhatIfRow, 'id' | 'needs' | 'mayMove'>[],
): { issueId: string; to: string }[] {
  return rows.flatMap(({ id, needs, mayMove }) =>
    mayMove && needs !== null ? [{ issueId: id, to: needs }] : [],
  );
}
