/** What a function was called for, as Forge names the ways in. */
export type TriggerKind =
  | 'resolver'
  | 'validator'
  | 'badge'
  | 'event'
  | 'queue'
  | 'schedule'
  | 'preUninstall'
  | 'bridge';

export type JiraCallRecord = {
  method: string;
  path: string;
  as: 'user' | 'app';
  status: number;
  points: number;
  ms: number;
};

export type SqlRecord = { statement: string; ms: number; rows: number; error?: string };

export type LogRecord = { level: 'debug' | 'info' | 'warn' | 'error' | 'fatal'; text: string };

/** One line of the inspector: everything that one invocation did and what it would cost. */
export type InvocationRecord = {
  id: number;
  /** Host time of the start, epoch ms. */
  at: number;
  /** The resolver's function key, or the manifest's function key where there is no resolver. */
  functionKey: string;
  moduleKey: string;
  trigger: TriggerKind;
  /** The acting person; undefined for events, queues and schedules, which have no user. */
  actor?: string;
  ms: number;
  /** The function's memory limit: what Forge bills. */
  memoryMb: number;
  /** Resident memory of the function's process after the run; absent when it died. */
  usedMb?: number;
  gbSeconds: number;
  jiraCalls: JiraCallRecord[];
  sql: SqlRecord[];
  kvs: { reads: number; writes: number };
  logs: LogRecord[];
  error?: string;
};

/** The answer of a function, or the error that it threw, with the stack that Forge would log. */
export type InvocationOutcome =
  | { ok: true; body: unknown }
  | { ok: false; error: { name: string; message: string; stack: string[] } };
