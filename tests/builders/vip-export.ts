import { OFFICE_POLICY } from './incident-story';
import { toDone, wireHistory, wireIssue, wireStatuses } from './wire-issue';

const at = (time: string): string => `2026-03-16T${time}:00.000+0300`;

/** Marked issues 1 h, those of the second goal's JQL 90 m, the others 4 h, on Moscow office hours. */
export function goalPolicy(jql: string): object {
  const goals = [
    { when: { jql: 'labels = vip' }, target: '1h', calendar: 'msk' },
    { when: { jql }, target: '90m', calendar: 'msk' },
    { target: '4h', calendar: 'msk' },
  ];
  return { select: 'project = SUP', clocks: { ...OFFICE_POLICY.clocks, resolution: { goals } } };
}

/**
 * Three incidents of 10:00 to 12:00 on Monday 2026-03-16 in Moscow: SUP-1 was labelled shop and vip
 * at 10:30, SUP-2 has the tier Gold all its life, SUP-3 neither.
 */
export function vipExport(): object {
  const fields = { created: at('10:00'), resolutiondate: at('12:00') };
  const done = toDone('12', at('12:00'));
  const marked = wireHistory('11', at('10:30'), [['labels', null, '', null, 'shop vip']]);
  const issues = [
    wireIssue('SUP-1', {
      fields: { ...fields, labels: ['shop', 'vip'] },
      ...{ histories: [done, marked], comments: [] },
    }),
    wireIssue('SUP-2', {
      fields: { ...fields, customfield_10050: { id: '3', value: 'Gold' } },
      ...{ histories: [done], comments: [] },
    }),
    wireIssue('SUP-3', { fields, histories: [done], comments: [] }),
  ];
  return { statuses: wireStatuses(), issues };
}
