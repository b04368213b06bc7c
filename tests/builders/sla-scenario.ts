import type { CalendarDefinition, Weekday } from '../../src/core/calendar/calendar';
import type { HistoryEvent, IncidentHistory, StatusRef } from '../../src/core/sla/judge/history';
import type { Policy } from '../../src/core/sla/policy/policy';
import type { ClockRules, Goal } from '../../src/core/sla/policy/rules';
import { type Instant, instant } from '../../src/core/time';
import { incident } from './incident';

type HoursList = readonly (readonly [string, string])[];
type Length = { minutes?: number; hours?: number; days?: number; endOfWorkingDay?: boolean };

/** A scenario of another system, as the data normalises it. */
export type Scenario = {
  readonly id: string;
  readonly name: string;
  readonly policy: {
    readonly semantics: string;
    readonly goalsMin?: Readonly<Record<string, number | null>>;
    readonly goals?: Readonly<Record<string, Length>>;
    readonly type?: string;
    readonly goal?: Length;
    readonly escalationLevelSec?: number | Readonly<Record<string, number>>;
    readonly pausedStates?: readonly string[];
    readonly pauseAppliesTo?: readonly string[];
    readonly resolvedStates?: readonly string[];
    readonly deadlineAtClose?: 'close' | 'nextOpen';
    readonly pausePrecision?: string;
  };
  readonly calendar: {
    readonly timezone: string;
    readonly hours: Partial<Record<Weekday, HoursList>>;
    readonly holidays: readonly string[];
  };
  readonly events: readonly ({ readonly at: string; readonly type: string } & Readonly<
    Record<string, string & number>
  >)[];
  readonly expected: Readonly<Record<string, string | number | null>>;
};

/** The clock of ours that stands for one of theirs, and the goal that it has. */
export type ScenarioClock = 'response' | 'resolution' | 'nextResponse';

/** Their policy, said in the options of ours. */
export function policyOf(scenario: Scenario, goals: Partial<Record<ScenarioClock, Goal>>): Policy {
  const { policy } = scenario;
  const isZammad = policy.semantics.startsWith('zammad');
  const paused = (policy.pausedStates ?? []).filter((name) => !isOver(scenario, name));
  const pause = paused.length === 0 ? [] : [{ status: paused, reason: 'client' as const }];
  const pauses = (clock: string) => policy.pauseAppliesTo?.includes(clock) ?? true;
  const rules = (goal: Goal, theirs: string): ClockRules => ({
    // Whatever was set before the agreement had no goal.
    goals: [{ ...goal, when: { priority: ['agreed'] } }],
    pause: pauses(theirs) ? pause : [],
    priorityChange: policy.type?.startsWith('OLA') ? 'fromChange' : 'recompute',
    reopen: 'pause',
  });
  const { response, resolution, nextResponse } = goals;
  return {
    key: scenario.id,
    name: scenario.name,
    version: 1,
    effectiveFrom: '2000-01-01',
    select: 'project is not EMPTY',
    calendars: [calendarOf(scenario)],
    clocks: {
      ...(response && {
        response: {
          ...rules(response, policy.type ?? 'firstResponse'),
          by: isZammad ? ['assigned'] : ['publicComment', 'statusChange'],
          ...byStateOnly(policy.semantics),
        },
      }),
      ...(resolution && { resolution: rules(resolution, policy.type ?? 'solution') }),
      ...(nextResponse && {
        nextResponse: {
          ...rules(nextResponse, 'update'),
          from: policy.semantics === 'zammad-legacy' ? 'anyContact' : 'oldestUnanswered',
          ...byStateOnly(policy.semantics),
        },
      }),
    },
    deadlineAtClose: policy.deadlineAtClose ?? 'close',
  };
}

/** The older rule knows the state only, not that the ticket was closed. */
function byStateOnly(semantics: string): Pick<ClockRules, 'stop'> {
  return semantics === 'zammad-legacy' ? { stop: [{ statusCategory: 'done' }] } : {};
}

/** Their events, as the history of an issue. */
export function historyOf(scenario: Scenario): IncidentHistory {
  const created = scenario.events.find((event) => event.type === 'created');
  const changes = [...scenario.events]
    .filter((event) => event.at !== undefined && event !== created)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const isAgreedLater = changes.some(({ type }) => type === 'slaAttached' || type === 'slaChanged');
  const priority = (name: string) => ({ id: name, name });
  return incident({
    created: at(created?.at as string),
    reporterId: 'client',
    statusAtCreation: statusOf(scenario, created?.state ?? 'new'),
    priorityAtCreation: priority(isAgreedLater ? 'none yet' : 'agreed'),
    events: changes.flatMap((event, index) => eventsOf(scenario, event, `history ${index}`)),
  });
}

function eventsOf(
  scenario: Scenario,
  event: Scenario['events'][number],
  record: string,
): HistoryEvent[] {
  const base = (by: string) => ({ at: at(event.at), record, by, byApp: false });
  switch (event.type) {
    case 'customerReply':
      return [{ ...base('client'), kind: 'comment', isPublic: true }];
    case 'agentReply':
      return [{ ...base('agent'), kind: 'comment', isPublic: true }];
    case 'agentNote':
      return [{ ...base('agent'), kind: 'comment', isPublic: false }];
    case 'firstResponse':
      return [{ ...base('agent'), kind: 'assignee', from: null, to: 'agent' }];
    case 'status': {
      const [from, to] = [statusOf(scenario, event.from ?? ''), statusOf(scenario, event.to ?? '')];
      return [{ ...base('agent'), kind: 'status', from, to }];
    }
    case 'closedAt': {
      const to = { id: 'closed', name: 'closed' };
      return [{ ...base('agent'), kind: 'resolution', from: null, to }];
    }
    case 'slaAttached':
    case 'slaChanged': {
      const [from, to] = ['none yet', 'agreed'].map((name) => ({ id: name, name }));
      return [{ ...base('agent'), kind: 'priority', from: from ?? null, to: to ?? null }];
    }
    case 'holdTotal': {
      const held = { ...statusOf(scenario, 'On Hold'), id: 'held' };
      const open = statusOf(scenario, 'Open');
      const until = instant(at(event.at) + (event.sec ?? 0) * 1000);
      return [
        { ...base('client'), record: `${record} hold`, kind: 'status', from: open, to: held },
        { ...base('client'), record, at: until, kind: 'status', from: held, to: open },
      ];
    }
    default:
      return [];
  }
}

function statusOf(scenario: Scenario, name: string): StatusRef {
  return { id: name, name, category: isOver(scenario, name) ? 'done' : 'new' };
}

function isOver({ policy }: Scenario, name: string): boolean {
  return (policy.resolvedStates ?? ['closed', 'Closed', 'merged', 'removed']).includes(name);
}

function calendarOf({ calendar }: Scenario): CalendarDefinition {
  const week = Object.fromEntries(
    Object.entries(calendar.hours).map(([day, list]) => [
      day,
      list.map(([from, to]) => `${from}-${to}`),
    ]),
  );
  const holidays = calendar.holidays.map((date) => ({ date }));
  return { key: 'theirs', name: 'theirs', timeZone: calendar.timezone, week, holidays };
}

/** Minutes, or the units that GLPI has; days there are working days. */
export function goalOf(length: Length | number): Goal {
  if (typeof length === 'number') return { target: `${length}m`, calendar: 'theirs' };
  const { minutes, hours, days, endOfWorkingDay } = length;
  if (days === undefined) {
    return { target: `${(minutes ?? 0) + (hours ?? 0) * 60}m`, calendar: 'theirs' };
  }
  const dayEnd = endOfWorkingDay === true ? 'endOfDay' : 'closing';
  return { target: `${days} working days`, calendar: 'theirs', dayEnd };
}

function at(iso: string): Instant {
  return instant(Date.parse(iso));
}
