import { type Instant, isoOf } from '../../time';
import type { IncidentHistory } from './history';

/**
 * What is odd about the times of a history, one sentence each; empty when nothing is. Judging never
 * fails on it: what comes before it should makes its cycles invalid, what is yet to come is not
 * looked at, and this says so.
 */
export function historyProblems(history: IncidentHistory, now: Instant): string[] {
  const { created, events } = history;
  const problems: string[] = [];
  if (created > now)
    problems.push(`was created in the future, at ${isoOf(created)}: not judged yet`);
  let latest: number = Number.NEGATIVE_INFINITY;
  for (const { at, record } of events) {
    if (at < created)
      problems.push(`${record} at ${isoOf(at)} is from before the issue was created`);
    if (at < latest) problems.push(`${record} at ${isoOf(at)} stands after ${isoOf(latest)}`);
    if (at > now) problems.push(`${record} at ${isoOf(at)} is from the future: not looked at yet`);
    latest = Math.max(latest, at);
  }
  return problems;
}
