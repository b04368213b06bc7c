import fc from 'fast-check';
import { parseIssueHistory } from '../../../src/jira/wire/issue-history';
import { mayRepeat } from '../../../src/jira/wire/repeated-ids';
import { knownStatuses } from '../../builders/known-statuses';
import { wireComment, wireHistory, wireIssue, wireStatuses } from '../../builders/wire-issue';

const statuses = knownStatuses(wireStatuses());
const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 23, 8);

/** A record by number: its time, and how many priorities it changes. */
type Plan = { readonly id: string; readonly minute: number; readonly changes: number };

const plans = fc.array(
  fc.record({
    id: fc.nat({ max: 30 }).map(String),
    minute: fc.nat({ max: 20 }),
    changes: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 12 },
);

describe('the order of events', () => {
  it('is by time, comments first, then by id, however the lists are ordered', () => {
    fc.assert(
      fc.property(plans, plans, fc.constantFrom(1, -1, 0), (changes, comments, direction) => {
        const lists = [changes, comments].map((list) =>
          direction === 0 ? list : [...list].sort((a, b) => direction * (a.minute - b.minute)),
        ) as [Plan[], Plan[]];
        expect(readOf(...lists)).toEqual(expectedOf(...lists));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('mayRepeat', () => {
  const of = (...ids: unknown[]) => mayRepeat(ids.map((id) => ({ id })));
  it.each([
    ['ids that rise', of('9', '10', '11'), false],
    ['ids that fall, some of them numbers', of(11, '10', 9), false],
    ['one id twice', of('10', '10'), true],
    ['ids that turn', of('9', '11', '10'), true],
    ['an id that is no number', of('a'), true],
    ['a record without id', mayRepeat([{}]), true],
    ['what is no record', mayRepeat([null, 7]), true],
    ['no record', mayRepeat([]), false],
  ])('%s', (_what, answer, expected) => expect(answer).toBe(expected));
});

const timeOf = ({ minute }: Plan) => START + minute * MINUTE;

function readOf(changes: readonly Plan[], comments: readonly Plan[]): string[] {
  const issue = wireIssue('SUP-1', {
    histories: changes.map((plan) =>
      wireHistory(
        plan.id,
        timeOf(plan),
        Array.from({ length: plan.changes }, (_, index) => [
          ...(['priority', '1', 'A', '2', `${plan.id}.${index}`] as const),
        ]),
      ),
    ),
    comments: comments.map((plan) =>
      wireComment(plan.id, new Date(timeOf(plan)).toISOString(), 'anna'),
    ),
  });
  return (parseIssueHistory(issue, statuses).history?.events ?? []).map((event) =>
    event.kind === 'priority' ? `${event.at} ${event.to?.name}` : `${event.at} ${event.record}`,
  );
}

/** The plain way: the first of each id, everything in one list, sorted. */
function expectedOf(changes: readonly Plan[], comments: readonly Plan[]): string[] {
  const first = (list: readonly Plan[]) =>
    list.filter((plan, index) => list.findIndex(({ id }) => id === plan.id) === index);
  return [
    ...first(comments).map((plan) => ({ plan, rank: 0, names: [`c${plan.id}`] })),
    ...first(changes).map((plan) => {
      const names = Array.from({ length: plan.changes }, (_, index) => `${plan.id}.${index}`);
      return { plan, rank: 1, names };
    }),
  ]
    .sort(
      (a, b) =>
        a.plan.minute - b.plan.minute || a.rank - b.rank || Number(a.plan.id) - Number(b.plan.id),
    )
    .flatMap(({ plan, names }) => names.map((name) => `${timeOf(plan)} ${name}`));
}
