/** The periods that a report can show, in the order in which they are offered. */
export const reportPeriods = [
  'last30Days',
  'last90Days',
  'thisMonth',
  'lastMonth',
  'thisYear',
  'lastYear',
] as const;

export type ReportPeriod = (typeof reportPeriods)[number];
