import type { ClockView, SlaView } from '../../../src/contract/views';

/** The clocks that a client is promised, then those of departments. */
export function allClocks({ clocks, departments }: SlaView): readonly ClockView[] {
  return [...clocks, ...departments];
}
