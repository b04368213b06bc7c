import type { HostClock } from '../clock';

export type AgendaKind = 'event' | 'job' | 'schedule';

/** What shall happen at a host time; moving the clock past it makes it happen. */
export interface Agenda {
  /** Answers how to strike it off. */
  at(kind: AgendaKind, time: number, run: () => void): () => void;
  /** Host times of everything of a kind that has not happened yet, soonest first. */
  waiting(kind: AgendaKind): number[];
  /** Resolves when the next thing has begun. */
  next(): Promise<void>;
  stop(): void;
}

type Entry = { kind: AgendaKind; time: number; run: () => void };

/** Real timers hold at most 2^31 ms; looking again once an hour is enough. */
const LONGEST_WAIT_MS = 3_600_000;

export function createAgenda(clock: HostClock): Agenda {
  const entries = new Set<Entry>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const waiters: (() => void)[] = [];

  const rearm = (): void => {
    clearTimeout(timer);
    if (stopped || entries.size === 0) return;
    const next = Math.min(...[...entries].map(({ time }) => time));
    const wait = Math.min(Math.max(0, next - clock.now()), LONGEST_WAIT_MS);
    timer = setTimeout(runDue, wait);
  };

  const runDue = (): void => {
    const now = clock.now();
    const due = [...entries].filter(({ time }) => time <= now);
    for (const entry of due.sort((a, b) => a.time - b.time)) {
      entries.delete(entry);
      entry.run();
    }
    rearm();
    if (due.length === 0) return;
    for (const resolve of waiters.splice(0)) resolve();
  };

  clock.onMove(rearm);
  return {
    at: (kind, time, run) => {
      const entry = { kind, time, run };
      entries.add(entry);
      rearm();
      return () => {
        entries.delete(entry);
      };
    },
    waiting: (kind) =>
      [...entries]
        .filter((entry) => entry.kind === kind)
        .map(({ time }) => time)
        .sort((a, b) => a - b),
    next: () => new Promise((resolve) => waiters.push(resolve)),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      entries.clear();
    },
  };
}
