import type { AnyCycle, Cycle } from '../../src/core/sla/judge/cycle';
import type {
  HistoryEvent,
  IncidentHistory,
  NamedRef,
  StatusRef,
} from '../../src/core/sla/judge/history';
import { judgeClocks } from '../../src/core/sla/judge/judge-incident';
import type { JudgeInputs } from '../../src/core/sla/judge/judge-inputs';
import { type CompiledPolicy, compilePolicy, type Policy } from '../../src/core/sla/policy/policy';
import { type Instant, instant } from '../../src/core/time';
import { HELPDESK, MOSCOW_ALWAYS, MSK } from './calendars';
import { clientCycles } from './client-cycles';
import { DONE, incident, moscow } from './incident';

type Change<K extends HistoryEvent['kind']> = Omit<
  Extract<HistoryEvent, { kind: K }>,
  'at' | 'record' | 'by' | 'byApp' | 'kind'
>;
type Actor = { readonly by?: string | null; readonly byApp?: boolean };

/** Tells what happened to an incident, in Moscow time, in order; staff is `anna`. */
export class IncidentStory {
  readonly #events: HistoryEvent[] = [];
  #status: StatusRef;
  #priority: NamedRef | null;
  #resolution: NamedRef | null;

  constructor(
    readonly created: string,
    readonly start: Partial<IncidentHistory> = {},
  ) {
    const history = incident(start);
    this.#status = history.statusAtCreation;
    this.#priority = history.priorityAtCreation;
    this.#resolution = history.resolutionAtCreation;
  }

  status(at: string, to: StatusRef, actor: Actor = {}): this {
    const from = this.#status;
    this.#status = to;
    return this.#add('status', at, { from, to }, actor);
  }

  priority(at: string, name: string): this {
    const from = this.#priority;
    this.#priority = { id: name, name };
    return this.#add('priority', at, { from, to: this.#priority });
  }

  /** null clears it. */
  resolution(at: string, name: string | null): this {
    const from = this.#resolution;
    this.#resolution = name === null ? null : { id: name, name };
    return this.#add('resolution', at, { from, to: this.#resolution });
  }

  comment(at: string, by: string | null = 'anna'): this {
    return this.#add('comment', at, { isPublic: true }, { by });
  }

  note(at: string): this {
    return this.#add('comment', at, { isPublic: false });
  }

  botComment(at: string): this {
    return this.#add('comment', at, { isPublic: true }, { by: 'robot', byApp: true });
  }

  assign(at: string, to: string): this {
    return this.#add('assignee', at, { from: null, to });
  }

  moved(at: string, fromProject: string, toProject: string): this {
    return this.#add('moved', at, { fromProject, toProject });
  }

  field(at: string, field: string, name: string | null): this {
    return this.#add('field', at, {
      field,
      from: null,
      to: name === null ? null : { id: name, name },
    });
  }

  reporter(at: string, to: string | null): this {
    return this.#add('reporter', at, { from: null, to });
  }

  issueType(at: string, name: string): this {
    return this.#add('issueType', at, { from: null, to: { id: name, name } });
  }

  dueDate(at: string, to: string | null): this {
    return this.#add('dueDate', at, { from: null, to });
  }

  done(at: string): this {
    return this.status(at, DONE).sameRecord().resolution(at, 'Fixed').sameRecord();
  }

  /** Puts the last change into the record of the one before. */
  sameRecord(): this {
    const last = this.#events.pop();
    if (last === undefined) return this;
    const before = this.#events.at(-1);
    this.#events.push(before?.at === last.at ? { ...last, record: before.record } : last);
    return this;
  }

  get history(): IncidentHistory {
    return incident({ ...this.start, created: momentOf(this.created), events: this.#events });
  }

  #add<K extends HistoryEvent['kind']>(
    kind: K,
    at: string,
    change: Change<K>,
    { by = 'anna', byApp = false }: Actor = {},
  ): this {
    const record = `history ${this.#events.length + 1}`;
    const event = { at: momentOf(at), record, by, byApp, kind, ...change };
    this.#events.push(event as unknown as HistoryEvent);
    return this;
  }
}

/** Moscow time to the minute, or to the second where a story says so. */
export function momentOf(local: string): Instant {
  const isToTheMinute = local.length === '2026-11-23T10:00'.length;
  return isToTheMinute ? moscow(local) : instant(Date.parse(`${local}+03:00`));
}

/** Resolution 4 h and response 30 m on Moscow office hours; waiting for the client pauses. */
export const OFFICE_POLICY: Policy = {
  key: 'office',
  name: 'Office hours',
  version: 1,
  effectiveFrom: '2026-01-01',
  select: 'project = SUP',
  calendars: [MSK, MOSCOW_ALWAYS, HELPDESK],
  clocks: {
    response: { goals: [{ target: '30m', calendar: 'msk' }] },
    resolution: {
      goals: [{ target: '4h', calendar: 'msk' }],
      pause: [
        { status: ['Waiting for client'], reason: 'client' },
        { status: ['Waiting for vendor'], reason: 'vendor' },
      ],
    },
  },
};

export const IN_VENDOR: StatusRef = {
  id: '7',
  name: 'Waiting for vendor',
  category: 'indeterminate',
};
export const CLOSED: StatusRef = { id: '6', name: 'Closed', category: 'done' };

/** Compiles a policy of a test, which must be valid. */
export function compiled(policy: Policy): CompiledPolicy {
  const result = compilePolicy(policy);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result;
}

/** The response cycle of a story as of a Moscow time. */
export function responseOf(story: IncidentStory, now: string, policy = OFFICE_POLICY): Cycle {
  const found = cyclesOf(story, now, policy).find((cycle) => cycle.clock === 'response');
  if (found === undefined) throw new Error('there is no response cycle');
  return found;
}

/** The resolution cycles of a story as of a Moscow time; the first one must exist. */
export function resolutionsOf(
  story: IncidentStory,
  now: string,
  policy = OFFICE_POLICY,
): [Cycle, ...Cycle[]] {
  const [first, ...more] = cyclesOf(story, now, policy).filter(
    (cycle) => cycle.clock === 'resolution',
  );
  if (first === undefined) throw new Error('there is no resolution cycle');
  return [first, ...more];
}

/** Every cycle of every clock of a story as of a Moscow time. */
export function allCyclesOf(
  story: IncidentStory,
  now: string,
  policy = OFFICE_POLICY,
  inputs: JudgeInputs = {},
): AnyCycle[] {
  return judgeClocks(story.history, [compiled(policy)], momentOf(now), inputs);
}

/** The office policy with other clocks. */
export function withClocks(clocks: Policy['clocks'], change: Partial<Policy> = {}): Policy {
  return { ...OFFICE_POLICY, ...change, clocks };
}

function cyclesOf(story: IncidentStory, now: string, policy: Policy): Cycle[] {
  return clientCycles(story.history, [compiled(policy)], momentOf(now));
}
