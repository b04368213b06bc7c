import type { Invocation } from '../../lib/host-types';

const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

export const pointsOf = (item: Invocation): number =>
  sum(item.jiraCalls.map((call) => call.points));

export const sqlMsOf = (item: Invocation): number => sum(item.sql.map((one) => one.ms));

export function errorOf(item: Invocation): string | undefined {
  if (!item.error) return undefined;
  return typeof item.error === 'string' ? item.error : (item.error.message ?? 'Error');
}

export function actorOf(item: Invocation): string {
  if (!item.actor) return 'app';
  return typeof item.actor === 'string' ? item.actor : (item.actor.accountId ?? item.actor.kind);
}

export const inMs = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
