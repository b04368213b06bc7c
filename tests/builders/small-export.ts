import { toDone, toWork, wireComment, wireIssue, wireStatus, wireStatuses } from './wire-issue';

const PRIORITIES = [
  { id: '1', name: 'Highest' },
  { id: '2', name: 'High' },
  { id: '3', name: 'Low' },
];

/**
 * Three incidents of Support on Monday 2026-03-16, Moscow, priority Highest: response within 15
 * minutes, resolution within 4 hours, round the clock. SUP-1 and SUP-2 are created at 10:00.
 * SUP-1: answered 10:10 and done 12:00, both in time. SUP-2: answered 10:20, done 15:00, both late.
 * SUP-3: created 14:00, answered 14:05, still in progress. The newest change is of 15:00.
 */
export function smallExport(): object {
  const fields = { priority: PRIORITIES[0], created: at('10:00') };
  const resolved = (time: string) => ({ ...fields, resolutiondate: at(time) });
  const inTime = wireIssue('SUP-1', {
    fields: resolved('12:00'),
    comments: [wireComment('1', at('10:10'), 'anna')],
    histories: [toDone('12', at('12:00')), toWork('11', at('10:30'))],
  });
  const late = wireIssue('SUP-2', {
    fields: { ...resolved('15:00'), summary: 'The mail is late' },
    comments: [wireComment('2', at('10:20'), 'anna')],
    histories: [toDone('22', at('15:00')), toWork('21', at('10:30'))],
  });
  const open = wireIssue('SUP-3', {
    fields: {
      ...fields,
      ...{ summary: 'The disk is full', created: at('14:00'), status: wireStatus('3') },
      ...{ resolution: null, resolutiondate: null },
    },
    comments: [wireComment('3', at('14:05'), 'anna')],
    histories: [toWork('31', at('14:10'))],
  });
  return { statuses: wireStatuses(), priorities: PRIORITIES, issues: [inTime, late, open] };
}

const at = (time: string): string => `2026-03-16T${time}:00.000+0300`;
