import type { InvocationRecord } from '../../../../forge/invocation';

const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

export const pointsOf = (item: InvocationRecord): number =>
  sum(item.jiraCalls.map((call) => call.points));

export const sqlMsOf = (item: InvocationRecord): number => sum(item.sql.map((one) => one.ms));

export const inMs = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
