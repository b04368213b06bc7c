import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { CalendarDefinition } from '../../src/core/calendar/calendar';
import type { Peer, PreparedPeer } from './peers/peer';

const FOLDER = join(process.cwd(), '../shared/data/sla');
const TOO_LONG_MS = 3000;

type HoursList = readonly (readonly [string, string])[];
type Vector = {
  readonly id: string;
  readonly calendar: {
    readonly timezone: string;
    readonly hours: Readonly<Record<string, HoursList>>;
    readonly holidays: readonly string[];
    readonly recurringHolidays?: readonly string[];
    readonly dateHours?: Readonly<Record<string, HoursList>>;
    readonly breaks?: Readonly<Record<string, HoursList>>;
  };
  readonly op: string;
  readonly start: string;
  readonly end?: string;
  readonly duration?: number;
  readonly expected: unknown;
  readonly policy?: Readonly<Record<string, unknown>>;
};

/** What the vectors of other systems agree on; a vector with another switch asks for another rule. */
const COMMON: Readonly<Record<string, unknown>> = {
  ...{ deadlineAtClose: 'close', zeroDuration: 'keep', negativeElapsed: 'signed' },
  ...{ gap: 'shiftForward', overlap: 'first' },
};

export type VectorScore = {
  right: number;
  wrong: number;
  /** No answer within three seconds, or an error. */
  failed: number;
  /** The library has no such calendar or no such question. */
  inexpressible: number;
};

/** Elapsed and deadline under the common rules; empty without ../shared/data/sla. */
export function commonVectors(): readonly Vector[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json') && name !== 'scenarios.json')
    .flatMap((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Vector[])
    .filter(({ op }) => op === 'elapsed' || op === 'deadline')
    .filter(({ policy = {} }) => Object.entries(policy).every(([key, is]) => COMMON[key] === is));
}

export function scoreOf(peer: Peer, vectors: readonly Vector[]): VectorScore {
  const score: VectorScore = { right: 0, wrong: 0, failed: 0, inexpressible: 0 };
  for (const vector of vectors) score[judge(peer, vector)] += 1;
  return score;
}

function judge(peer: Peer, vector: Vector): keyof VectorScore {
  try {
    const prepared = peer.prepare(definitionOf(vector));
    if (prepared === null || !canBeAsked(prepared, vector)) return 'inexpressible';
    const expected = expectedOf(vector);
    return withinTime(() => answer(prepared, vector)) === expected ? 'right' : 'wrong';
  } catch {
    return 'failed';
  }
}

function canBeAsked({ deadline, goesBack }: PreparedPeer, { op, duration = 0 }: Vector): boolean {
  return op === 'elapsed' || (deadline !== null && (duration >= 0 || goesBack));
}

function answer(prepared: PreparedPeer, { op, start, end = '', duration = 0 }: Vector): number {
  const from = Date.parse(start);
  return op === 'elapsed'
    ? prepared.elapsed(from, Date.parse(end))
    : (prepared.deadline?.(from, duration * 1000) ?? Number.NaN);
}

function expectedOf({ op, expected }: Vector): number {
  return op === 'elapsed' ? Number(expected) * 1000 : Date.parse(String(expected));
}

/** Some libraries look for the end of a calendar that has none for ever. */
function withinTime(ask: () => number): number {
  const world = globalThis as { askNow?: () => number };
  world.askNow = ask;
  return new Script('globalThis.askNow()').runInThisContext({ timeout: TOO_LONG_MS }) as number;
}

function definitionOf({ id, calendar }: Vector): CalendarDefinition {
  const dates = [...calendar.holidays, ...(calendar.recurringHolidays ?? [])];
  return {
    ...{ key: id, name: id, timeZone: calendar.timezone },
    week: hoursOf(calendar.hours),
    holidays: dates.map((date) => ({ date })),
    dateHours: hoursOf(calendar.dateHours ?? {}),
    breaks: hoursOf(calendar.breaks ?? {}),
  };
}

function hoursOf(hours: Readonly<Record<string, HoursList>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(hours).map(([day, list]) => [day, list.map(([from, to]) => `${from}-${to}`)]),
  );
}
