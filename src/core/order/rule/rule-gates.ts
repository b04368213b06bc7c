import type { Gate } from '../judge/judgement';

const GATES = ['start', 'finish'] as const satisfies readonly Gate[];

/**
 * Which gates a rule asks about, by what was chosen for it in the workflow editor. One that was
 * never configured, or whose configuration cannot be read, asks about both: which of them counts at
 * all is decided by the policies.
 *
 * `{ gates: ['start'] }`: start. `{}`, `{ gates: [] }`, `'start'`: both.
 */
export function gatesOfConfig(configuration: unknown): readonly Gate[] {
  if (typeof configuration !== 'object' || configuration === null) return GATES;
  const chosen = 'gates' in configuration ? configuration.gates : null;
  if (!Array.isArray(chosen) || chosen.length === 0) return GATES;
  const known = GATES.filter((gate) => chosen.includes(gate));
  return known.length === new Set(chosen).size ? known : GATES;
}

/** The same of the text that Jira keeps with the rule; empty: never configured. */
export function gatesOfText(text: string): readonly Gate[] {
  try {
    return gatesOfConfig(JSON.parse(text));
  } catch {
    return GATES;
  }
}

/**
 * The text that Jira is to keep with a rule.
 *
 * `configText(['start'])` is `{"gates":["start"]}`.
 */
export function configText(gates: readonly Gate[]): string {
  return JSON.stringify({ gates: GATES.filter((gate) => gates.includes(gate)) });
}
