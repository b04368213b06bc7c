export type HostNews =
  | { type: 'issue'; issueKey?: string; origin?: 'here' }
  | { type: 'clock' }
  | { type: 'invocation' };

type Listener = (news: HostNews) => void;

const listeners = new Set<Listener>();
let source: EventSource | undefined;

function open(): void {
  source = new EventSource('/host/stream');
  source.onmessage = (message: MessageEvent<string>) => tell(JSON.parse(message.data) as HostNews);
}

/**
 * Passes news on to every listener; pages also tell their own changes, so that others need not wait
 * for the host.
 */
export function tell(news: HostNews): void {
  for (const listener of [...listeners]) listener(news);
}

/** One connection for the whole page, opened by the first listener. */
export function listen(listener: Listener): () => void {
  if (!source) open();
  listeners.add(listener);
  return () => listeners.delete(listener);
}
