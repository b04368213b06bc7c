import { textOf } from './http';
import { createValueStore } from './value-store';

export type FlagAction = { text: string; onClick: () => void };
export type FlagTone = 'error' | 'info' | 'success' | 'warning';
export type HostFlag = {
  id: string;
  title: string;
  description?: string;
  tone: FlagTone;
  actions: FlagAction[];
  goesByItself: boolean;
};

export const flags = createValueStore<HostFlag[]>([]);

let count = 0;

/** Shows a flag on top of the pile; the same id replaces the older one. */
export function showFlag(flag: Partial<HostFlag> & { title: string }): string {
  const id = flag.id ?? `shell-${++count}`;
  const others = flags.get().filter((one) => one.id !== id);
  flags.set([{ tone: 'info', actions: [], goesByItself: false, ...flag, id }, ...others]);
  return id;
}

export function closeFlag(id: string): void {
  flags.set(flags.get().filter((flag) => flag.id !== id));
}

export function showProblem(title: string, problem: unknown): void {
  showFlag({ title, description: textOf(problem), tone: 'error', goesByItself: true });
}

export function showSuccess(title: string): void {
  showFlag({ title, tone: 'success', goesByItself: true });
}
