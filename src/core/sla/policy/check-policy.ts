import { type CalendarDefinition, compileCalendar } from '../../calendar/calendar';
import { isMoment, isSpan, validateCalendar } from '../../calendar/validate-calendar';
import { instant, millis } from '../../time';
import { clockProblems } from './check-clock';
import { parseDuration } from './parse-duration';
import type { Policy } from './policy';
import { policyCalendars } from './policy-calendars';
import { isQuietHours } from './quiet-hours';
import type { Deed, ResolutionRules } from './rules';
import { warningProblems } from './warning-rules';

/** Of the years that a calendar is compiled for at first. */
const A_NEW_YEAR = instant(Date.UTC(2026));

/** Everything that is wrong with a policy, one sentence each; empty when it can be used. */
export function checkPolicy(policy: Policy): string[] {
  const { response, resolution } = policy.clocks;
  const problems: string[] = [];
  if (policy.key.trim() === '') problems.push('key: is empty');
  if (policy.select.trim() === '') problems.push('select: is empty, so it selects no incident');
  if (!Number.isSafeInteger(policy.version) || policy.version < 1) {
    problems.push(`version: ${policy.version} is not a whole number from 1`);
  }
  if (!isMoment(policy.effectiveFrom)) {
    problems.push(`effectiveFrom: "${policy.effectiveFrom}" is not an ISO date`);
  }
  problems.push(...calendarProblems(policy), ...orderProblems(policy.order ?? []));
  const clocks = Object.entries(policy.clocks).filter(([, rules]) => rules !== undefined);
  if (clocks.length === 0) {
    problems.push('clocks: there is neither response nor resolution, so nothing is measured');
  }
  const calendars = new Set(policy.calendars.map((calendar) => calendar.key));
  for (const [name, rules] of clocks) {
    problems.push(...clockProblems(`clocks.${name}`, rules, calendars));
  }
  if (response?.by?.length === 0) {
    problems.push('clocks.response.by: is empty, so the clock can only stop with the issue');
  }
  if (resolution !== undefined) problems.push(...resolutionProblems(resolution));
  problems.push(...warningProblems(policy.warnings ?? []));
  if (policy.quietHours !== undefined && !isQuietHours(policy.quietHours)) {
    problems.push(`quietHours: "${policy.quietHours}" is not like 22:00-07:00`);
  }
  return problems;
}

function resolutionProblems({ reopenGrace }: ResolutionRules): string[] {
  if (reopenGrace === undefined || parseDuration(reopenGrace) !== undefined) return [];
  return [`clocks.resolution.reopenGrace: "${reopenGrace}" is not a duration like 5m`];
}

function orderProblems(order: readonly Deed[]): string[] {
  return new Set(order).size === order.length ? [] : ['order: names something twice'];
}

/** Holidays on every day of its week leave a calendar without hours, too. */
function everOpens(calendar: CalendarDefinition): boolean {
  const working = compileCalendar(calendar);
  const isOver = () => working.deadline(A_NEW_YEAR, millis(-1)) === undefined;
  return working.nextOpen(A_NEW_YEAR) !== undefined || !isOver();
}

function calendarProblems(policy: Policy): string[] {
  const { maintenance = [], corrections = [], holidaySets = {} } = policy;
  const problems = maintenance
    .filter(({ from, to }) => !isSpan(from, to))
    .map(({ from, to }) => `maintenance: ${from} to ${to} is no span of time`);
  const seen = new Set<string>();
  for (const { key, holidaySets: sets = [] } of policy.calendars) {
    if (seen.has(key)) problems.push(`calendars.${key}: there are two with this key`);
    seen.add(key);
    for (const name of sets.filter((each) => holidaySets[each] === undefined)) {
      problems.push(`calendars.${key}.holidaySets: there is no set "${name}"`);
    }
  }
  for (const key of corrections.filter((each) => !seen.has(each))) {
    problems.push(`corrections: no calendar "${key}" in this policy`);
  }
  const bare = { ...policy, maintenance: [] };
  for (const calendar of policyCalendars(bare)) {
    const wrong = validateCalendar(calendar);
    if (wrong.length === 0 && !everOpens(calendar)) wrong.push('week: there is no working time');
    problems.push(...wrong.map((problem) => `calendars.${calendar.key}.${problem}`));
  }
  return problems;
}
