import type { WorkingTime } from '../../calendar/calendar';
import type { Instant, Millis } from '../../time';
import { escalationAt } from './escalation';
import { parseDuration } from './parse-duration';

/** Who hears of a clock: the assignee, the lead of its department, the client's TAM. */
export type Recipient = 'assignee' | 'lead' | 'tam';

/** When to warn: at a percentage of the goal, or so much working time before or after the breach. */
export type WarningRule = { readonly notify: readonly Recipient[] } & (
  | { readonly at: string }
  | { readonly before: string }
  | { readonly after: string }
);

export type DueWarning = {
  /** `75%`, `30m`, `breach`, or `+2h` for so much after it. */
  readonly threshold: string;
  readonly dueAt: Instant;
  readonly notify: readonly Recipient[];
};

/**
 * A scheduler looks every five minutes, so an earlier warning of a shorter goal would come after
 * it.
 */
const SHORTEST_GOAL_MS = 10 * 60_000;

/** Is this the threshold of a rule `after`? */
export function isAfterBreach(threshold: string): boolean {
  return threshold.startsWith('+');
}

type DueClock = {
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly targetMs: Millis;
  /** From when its overrun would count had nothing paused it since; absent: from `dueAt`. */
  readonly overdueSince?: Instant;
};

/**
 * When to warn of a running clock, the breach included, in working time (SLA semantics C7.3): the
 * breach is told to those of the rule `100%`, or to everybody whom a rule of before it names. Of a
 * goal under ten minutes nothing is told before the breach. Thresholds that lie before the start are
 * left out. Whole days `before` or `after` it are working days, at the same time of day.
 *
 * Mon-Fri 09-18, goal 4 h due Mon 11:00: 75 % is Mon 10:00, `before: 3h` is Fri 17:00, `after: 8h`
 * is Tue 10:00.
 */
export function warningsDue(
  rules: readonly WarningRule[],
  clock: DueClock,
  working: WorkingTime,
): DueWarning[] {
  const breach = { threshold: 'breach', dueAt: clock.dueAt, notify: toldOfBreach(rules) };
  const early = clock.targetMs < SHORTEST_GOAL_MS ? [] : earlyOf(rules, clock, working);
  return [...early, breach, ...lateOf(rules, clock, working)];
}

/** Escalations: how far beyond the goal a clock has to be (SLA semantics C7.1). */
function lateOf(
  rules: readonly WarningRule[],
  { dueAt: due, overdueSince = due }: DueClock,
  working: WorkingTime,
): DueWarning[] {
  return rules.flatMap((rule) => {
    const over = 'after' in rule ? parseDuration(rule.after) || null : null;
    const dueAt = over === null ? undefined : escalationAt(working, overdueSince, over);
    return dueAt === undefined
      ? []
      : [{ threshold: thresholdOf(rule), dueAt, notify: rule.notify }];
  });
}

function earlyOf(
  rules: readonly WarningRule[],
  clock: DueClock,
  working: WorkingTime,
): DueWarning[] {
  return rules.flatMap((rule) => {
    if ('after' in rule) return [];
    const left = leftAt(rule, clock.targetMs);
    if (left === null || left <= 0) return [];
    const offset = -left as Millis;
    const dueAt =
      'before' in rule
        ? escalationAt(working, clock.dueAt, offset)
        : working.deadline(clock.dueAt, offset);
    if (dueAt === undefined || dueAt < clock.startedAt) return [];
    return [{ threshold: thresholdOf(rule), dueAt, notify: rule.notify }];
  });
}

/** What is wrong with warnings, one sentence each. */
export function warningProblems(rules: readonly WarningRule[]): string[] {
  const seen = new Set<string>();
  return rules.flatMap((rule, index) => {
    const where = `warnings[${index}]`;
    const threshold = thresholdOf(rule);
    const isTwice = seen.has(threshold);
    seen.add(threshold);
    return [
      ...(isUnreadable(rule)
        ? [
            `${where}: "${threshold.replace(/^\+/, '')}" is neither a percentage up to 100% nor a duration like 30m`,
          ]
        : []),
      ...(isTwice ? [`${where}: there are two at ${threshold}`] : []),
      ...(rule.notify.length === 0 ? [`${where}.notify: is empty, so nobody hears of it`] : []),
    ];
  });
}

function thresholdOf(rule: WarningRule): string {
  if ('after' in rule) return `+${rule.after}`;
  return 'at' in rule ? rule.at : rule.before;
}

function isUnreadable(rule: WarningRule): boolean {
  if ('after' in rule) return !parseDuration(rule.after);
  return leftAt(rule, 0 as Millis) === null;
}

/** Working time left of the goal at that point; null for a rule that cannot be read. */
function leftAt(rule: Exclude<WarningRule, { after: string }>, targetMs: Millis): number | null {
  if ('before' in rule) return parseDuration(rule.before) || null;
  const percent = /^(\d{1,3})%$/.exec(rule.at)?.[1];
  if (percent === undefined || Number(percent) < 1 || Number(percent) > 100) return null;
  return Math.round((targetMs * (100 - Number(percent))) / 100);
}

function toldOfBreach(rules: readonly WarningRule[]): readonly Recipient[] {
  const own = rules.find((rule) => thresholdOf(rule) === '100%');
  // Whom an escalation is for is not to hear of it before.
  const others = rules.filter((rule) => !('after' in rule));
  return own?.notify ?? [...new Set(others.flatMap(({ notify }) => notify))];
}
