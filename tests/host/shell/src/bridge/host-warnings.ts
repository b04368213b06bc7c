import { createValueStore } from '../lib/value-store';

/** What the app asked for and this host does not know; shown in the host bar. */
export const hostWarnings = createValueStore<string[]>([]);

export function warn(text: string): void {
  if (!hostWarnings.get().includes(text)) hostWarnings.set([...hostWarnings.get(), text]);
}
