import type { AnyCycle } from './cycle';

/** Takes every resolution cycle out of the count but the first one, or but the last one. */
export function onlyOneCounts(cycles: readonly AnyCycle[], which: 'first' | 'last'): AnyCycle[] {
  const all = cycles.filter(({ clock }) => clock === 'resolution');
  const counts = which === 'first' ? all.at(0) : all.at(-1);
  return cycles.map((cycle) => {
    const isJudged = cycle.state !== 'excluded' && cycle.state !== 'invalid';
    if (cycle.clock !== 'resolution' || cycle === counts || !isJudged) return cycle;
    return { ...cycle, state: 'excluded', reason: `only the ${which} cycle counts` };
  });
}
