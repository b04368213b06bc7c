import fc from 'fast-check';
import type { HistoryEvent, IncidentHistory, StatusRef } from '../../src/core/sla/judge/history';
import type { Policy } from '../../src/core/sla/policy/policy';
import { type Instant, instant } from '../../src/core/time';
import { BER, MSK } from './calendars';
import { DONE, incident, OPEN, WAITING, WORKING } from './incident';
import { OFFICE_POLICY } from './incident-story';

/** Every clock at once: Moscow and Berlin hours, pauses for two reasons, a grace of an hour. */
export const RICH_POLICY: Policy = {
  ...OFFICE_POLICY,
  calendars: [MSK, BER],
  clocks: {
    response: { goals: [{ target: '30m', calendar: 'msk' }] },
    resolution: {
      goals: [
        { when: { priority: ['High'] }, target: '4h', calendar: 'ber' },
        { when: { priority: ['Low'] }, target: '2 working days', calendar: 'msk' },
      ],
      pause: [
        { status: ['Waiting for client'], reason: 'client' },
        { statusCategory: 'new', assignee: 'none', reason: 'vendor' },
      ],
      reopenGrace: '1h',
    },
    nextResponse: { goals: [{ target: '1h', calendar: 'msk' }] },
    ownership: { goals: [{ target: '8h', calendar: 'msk' }] },
  },
};

const STATUSES = [OPEN, WORKING, WAITING, DONE] as const;
const START = Date.UTC(2026, 2, 20);
const DAY = 86_400_000;
const ref = (name: string | null) => (name === null ? null : { id: name, name });

const aChange = fc.oneof(
  fc
    .constantFrom(...STATUSES)
    .map((to) => ({ kind: 'status' as const, from: OPEN as StatusRef, to })),
  fc
    .constantFrom('High', 'Low', 'Trivial', null)
    .map((to) => ({ kind: 'priority' as const, from: null, to: ref(to) })),
  fc
    .constantFrom('Fixed', "Won't Do", null)
    .map((to) => ({ kind: 'resolution' as const, from: null, to: ref(to) })),
  fc.constantFrom('anna', null).map((to) => ({ kind: 'assignee' as const, from: null, to })),
  fc.boolean().map((isPublic) => ({ kind: 'comment' as const, isPublic })),
  fc
    .constantFrom('Network', 'Servers')
    .map((toProject) => ({ kind: 'moved' as const, fromProject: 'Network', toProject })),
);

/** Up to twenty changes over some weeks around a change of clocks, some of them at once. */
export const anyHistory: fc.Arbitrary<{ history: IncidentHistory; now: Instant }> = fc
  .record({
    changes: fc.array(
      fc.record({
        after: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 * DAY })),
        by: fc.constantFrom('anna', 'client', null),
        isSameRecord: fc.boolean(),
        change: aChange,
      }),
      { maxLength: 20 },
    ),
    statusAtCreation: fc.constantFrom(...STATUSES),
    rest: fc.integer({ min: 0, max: 10 * DAY }),
  })
  .map(({ changes, statusAtCreation, rest }) => {
    let at = START;
    let record = 0;
    let status: StatusRef = statusAtCreation;
    const events = changes.map(({ after, by, isSameRecord, change }, index) => {
      at += after;
      if (index === 0 || after > 0 || !isSameRecord) record += 1;
      const base = { at: instant(at), record: `history ${record}`, by, byApp: false };
      const known = change.kind === 'status' ? { ...change, from: status } : change;
      if (change.kind === 'status') status = change.to;
      return { ...base, ...known } as HistoryEvent;
    });
    const history = incident({ created: instant(START), statusAtCreation, events });
    return { history, now: instant(at + rest) };
  });
