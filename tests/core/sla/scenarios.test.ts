import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkingTime } from '../../../src/core/calendar/calendar';
import type { AnyCycle } from '../../../src/core/sla/judge/cycle';
import { judgeClocks } from '../../../src/core/sla/judge/judge-incident';
import { escalationAt } from '../../../src/core/sla/policy/escalation';
import type { CompiledPolicy, Policy } from '../../../src/core/sla/policy/policy';
import { ledgerOf } from '../../../src/core/sla/verdict/ledger';
import { type Instant, instant, millis } from '../../../src/core/time';
import { compiled } from '../../builders/incident-story';
import { deadlineAlong, workedBetween } from '../../builders/ledger-work';
import {
  goalOf,
  historyOf,
  policyOf,
  type Scenario,
  type ScenarioClock,
} from '../../builders/sla-scenario';

/** SLA scenarios of other systems, when they are at hand; zones are those of each scenario. */
const file = join(__dirname, '../../../../shared/data/sla/scenarios.json');
const there = existsSync(file);
const scenarios: Scenario[] = there ? JSON.parse(readFileSync(file, 'utf8')) : [];
const MINUTE = 60_000;
type Judged = { cycles: AnyCycle[]; policy: CompiledPolicy; working: WorkingTime; now: Instant };

describe('SLA scenarios of other systems', () => {
  (there ? it : it.skip)('are at hand (needs ../shared/data)', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(49);
  });
  for (const scenario of scenarios) {
    const reason = whyNot(scenario);
    const name = `${scenario.id}: ${scenario.name}`;
    (reason === undefined ? it : it.skip)(reason ? `${name} (${reason})` : name, () => {
      const answers = Object.keys(scenario.expected).map((key) => [key, answer(scenario, key)]);
      expect(Object.fromEntries(answers)).toEqual(inMillis(scenario.expected));
    });
  }
});

/** Values of switches that this product does not offer. */
function whyNot({ policy, expected }: Scenario): string | undefined {
  if (policy.pausePrecision !== undefined) return `not offered: rounding ${policy.pausePrecision}`;
  const isWallClock = 'holdSec' in expected || 'resolutionSec' in expected;
  if (policy.semantics === 'erpnext' && isWallClock) {
    return 'not offered: pauses and durations by the wall clock';
  }
  return undefined;
}

function inMillis(expected: Scenario['expected']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(expected).map(([key, value]) => {
      if (typeof value === 'number') return [key, value * (key.endsWith('Min') ? MINUTE : 1000)];
      const isTime = typeof value === 'string' && /^\d{4}-/.test(value);
      return [key, isTime ? Date.parse(value) : value];
    }),
  );
}

function judge(scenario: Scenario, policy: Policy): Judged {
  const rules = compiled(policy);
  const last = Math.max(...scenario.events.map(({ at }) => (at ? Date.parse(at) : 0)));
  const history = historyOf(scenario);
  const now = instant(Math.max(last, history.events.at(-1)?.at ?? 0));
  const cycles = judgeClocks(history, [rules], now);
  return { cycles, policy: rules, working: rules.calendars.get('theirs') as WorkingTime, now };
}

function answer(scenario: Scenario, key: string): unknown {
  if (scenario.policy.semantics === 'glpi') return glpiAnswer(scenario, key);
  const { firstResponse, update, solution } = scenario.policy.goalsMin ?? {};
  const judged = judge(
    scenario,
    policyOf(scenario, {
      ...(firstResponse && { response: goalOf(firstResponse) }),
      ...(update && { nextResponse: goalOf(update) }),
      ...(solution && { resolution: goalOf(solution) }),
    }),
  );
  const isLegacy = scenario.policy.semantics === 'zammad-legacy';
  const due = (clock: ScenarioClock) =>
    shownDue(last(judged, clock), isLegacy || isFrappe(scenario));
  switch (key) {
    case 'firstResponseDue':
      return due('response');
    case 'updateDue':
      return due('nextResponse');
    case 'updateDueForced':
      return last(judged, 'nextResponse')?.dueAt ?? null;
    case 'solutionDue':
      return due('resolution');
    case 'nextDue': {
      const open = judged.cycles.filter((cycle) => cycle.stoppedAt === null);
      const dues = open.flatMap(({ dueAt }) => dueAt ?? []);
      return dues.length === 0 ? null : Math.min(...dues);
    }
    case 'firstResponseMin':
    case 'firstResponseDiffMin':
      return took(judged, 'response', key);
    case 'solutionMin':
    case 'solutionDiffMin':
      return took(judged, 'resolution', key);
    case 'updateMin':
    case 'updateDiffMin':
      return tookToAnswer(judged, key, isLegacy);
    case 'firstResponseAt':
      return last(judged, 'response')?.stoppedAt;
    case 'solutionSec':
      return last(judged, 'resolution')?.elapsedMs;
    case 'holdSec':
      return last(judged, 'resolution')?.pausedMs;
    case 'status':
      return statusOf(judged);
    case 'elapsedMin':
    case 'deadline':
      return query(scenario, judged);
    default:
      throw new Error(`nobody knows ${key}`);
  }
}

function isFrappe({ policy }: Scenario): boolean {
  return policy.semantics === 'frappe' || policy.semantics === 'erpnext';
}

function last({ cycles }: Judged, clock: ScenarioClock): AnyCycle | undefined {
  return cycles.findLast((cycle) => cycle.clock === clock);
}

/** Some show the due time for as long as the clock runs, others go on showing it. */
function shownDue(cycle: AnyCycle | undefined, goesOn: boolean): Instant | null {
  if (cycle === undefined || (cycle.stoppedAt !== null && !goesOn)) return null;
  return cycle.dueAt;
}

function took(judged: Judged, clock: ScenarioClock, key: string): number | null {
  const cycle = last(judged, clock);
  if (cycle === undefined || cycle.stoppedAt === null) return null;
  return key.endsWith('DiffMin') ? cycle.remainingMs : cycle.elapsedMs;
}

/** The longest exchange; by the older rule all of them together, as far as there was contact. */
function tookToAnswer({ cycles }: Judged, key: string, isSum: boolean): number | null {
  const over = cycles.filter((cycle) => cycle.clock === 'nextResponse' && cycle.stoppedAt !== null);
  const all = over.map(({ elapsedMs }) => elapsedMs as number);
  const target = over[0]?.targetMs;
  if (target == null) return null;
  const longest = isSum ? all.reduce((sum, each) => sum + each, 0) : Math.max(...all);
  return key.endsWith('DiffMin') ? target - longest : longest;
}

function statusOf(judged: Judged): string {
  const [response, resolution] = [last(judged, 'response'), last(judged, 'resolution')];
  if (resolution?.stoppedAt != null) return resolution.state === 'met' ? 'Fulfilled' : 'Failed';
  if (resolution?.state === 'paused') return 'Paused';
  return response?.stoppedAt == null ? 'First Response Due' : 'Resolution Due';
}

function query(scenario: Scenario, { policy, now }: Judged): number | undefined {
  const asked = scenario.events.find(({ type }) => type === 'query') as unknown as {
    op: string;
    start: string;
    end: string;
    durationMin: number;
  };
  const start = instant(Date.parse(asked.start));
  const ledger = ledgerOf(historyOf(scenario), [policy], instant(now + 60 * 24 * 60 * MINUTE));
  return asked.op === 'elapsed'
    ? workedBetween(ledger, start, instant(Date.parse(asked.end)))
    : deadlineAlong(ledger, start, millis(asked.durationMin * MINUTE));
}

/** One clock a scenario, or four agreements that were attached later. */
function glpiAnswer(scenario: Scenario, key: string): unknown {
  const { policy } = scenario;
  const which = key.replace(/Due$|LevelAt$/, '');
  const goal = policy.goals?.[which] ?? policy.goal ?? {};
  const type = policy.goals === undefined ? policy.type : which.toUpperCase();
  const isResponse = type?.endsWith('TTO') === true;
  const told = { ...scenario, policy: { ...policy, ...(type && { type }) } };
  const rules = policyOf(told, { [isResponse ? 'response' : 'resolution']: goalOf(goal) });
  const judged = judge(told, rules);
  const cycle = last(judged, isResponse ? 'response' : 'resolution');
  if (key === 'waitingSec') return cycle?.pausedMs;
  if (key.endsWith('ue')) return cycle?.dueAt;
  const level = policy.escalationLevelSec;
  const seconds = typeof level === 'object' ? level[which] : level;
  return escalationAt(judged.working, cycle?.dueAt as Instant, millis((seconds ?? 0) * 1000));
}
