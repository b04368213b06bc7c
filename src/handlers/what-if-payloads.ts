import * as v from 'valibot';

/** As many as `readPlan` answers for. */
const MOST_MOVES = 500;

const ClientProjectId = v.pipe(v.string(), v.uuid());
const IssueId = v.pipe(v.string(), v.maxLength(255));
const DueDate = v.pipe(v.string(), v.isoDate(), v.check(isDay));

/** A change of somebody's draft of due dates. */
export const WhatIfEditPayload = v.object({
  clientProjectId: ClientProjectId,
  change: v.variant('kind', [
    v.object({
      kind: v.literal('move'),
      moves: v.pipe(
        v.array(v.object({ issueId: IssueId, to: DueDate })),
        v.minLength(1),
        v.maxLength(MOST_MOVES),
      ),
    }),
    v.object({ kind: v.literal('takeBack'), issueId: IssueId }),
    v.object({ kind: v.picklist(['rebase', 'drop']) }),
  ]),
});

export const ApplyWhatIfPayload = v.object({
  clientProjectId: ClientProjectId,
  stamp: v.pipe(v.string(), v.maxLength(64)),
});

/** That there is: JavaScript takes 30 February for a day of March. */
function isDay(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
