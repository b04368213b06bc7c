import type { Policy } from '../../src/core/sla/policy/policy';

/**
 * Mon-Fri 09-18 in Moscow. High: answer in 1 h, solve in 4 h. Low: solve in 9 h, no goal for the
 * answer. "Waiting for client" stops the second clock.
 */
export function goldPolicy(changes: Partial<Policy> = {}): Policy {
  const hours = ['09:00-18:00'];
  return {
    key: 'gold',
    name: 'Gold',
    version: 1,
    effectiveFrom: '2026-01-01',
    select: 'type = Incident',
    calendars: [
      {
        key: 'office',
        name: 'Office',
        timeZone: 'Europe/Moscow',
        week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
      },
    ],
    clocks: {
      response: { goals: [{ when: { priority: ['High'] }, target: '1h', calendar: 'office' }] },
      resolution: {
        goals: [
          { when: { priority: ['High'] }, target: '4h', calendar: 'office' },
          { target: '9h', calendar: 'office' },
        ],
        pause: [{ status: ['Waiting for client'], reason: 'client' }],
      },
    },
    ...changes,
  };
}
