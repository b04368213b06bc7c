import type { Gate } from '../judge/judgement';
import type { Workflow } from './workflow';

/** One thing to be done to the app's rules in a workflow; all other rules stay as they are. */
export type RuleChange =
  | { readonly kind: 'attach'; readonly transitionId: string; readonly gates: readonly Gate[] }
  /** Switches it on, and sets what it asks about. */
  | {
      readonly kind: 'configure';
      readonly transitionId: string;
      readonly ruleId: string;
      readonly gates: readonly Gate[];
    }
  | { readonly kind: 'detach'; readonly transitionId: string; readonly ruleId: string };

export type GatesWanted = {
  readonly transitionId: string;
  readonly gates: readonly Gate[];
};

/**
 * What has to be done so that the rule asks about these gates on these transitions. Nothing where
 * it does already; a transition that is gone, or that creates issues, is passed over.
 *
 * "Start work" without a rule, gate start wanted: [attach]. With one that is switched off:
 * [configure]. With one that asks about both: [].
 */
export function changesToAttach(
  { transitions }: Workflow,
  wanted: readonly GatesWanted[],
): readonly RuleChange[] {
  return wanted.flatMap(({ transitionId, gates }): readonly RuleChange[] => {
    const transition = transitions.find(({ id }) => id === transitionId);
    if (transition === undefined || transition.kind === 'initial') return [];
    const [first] = transition.rules;
    if (first === undefined) return [{ kind: 'attach', transitionId, gates }];
    const active = transition.rules.filter(({ isDisabled }) => !isDisabled);
    const asked = active.flatMap((rule) => rule.gates);
    if (gates.every((gate) => asked.includes(gate))) return [];
    const rule = active[0] ?? first;
    const all = (['start', 'finish'] as const).filter(
      (gate) => rule.gates.includes(gate) || gates.includes(gate),
    );
    return [{ kind: 'configure', transitionId, ruleId: rule.id, gates: all }];
  });
}

/**
 * What has to be done so that the rule stands on none of these transitions; null: on none at all.
 *
 * The rule stands twice on "Start work": two changes.
 */
export function changesToDetach(
  { transitions }: Workflow,
  transitionIds: readonly string[] | null,
): readonly RuleChange[] {
  return transitions
    .filter(({ id }) => transitionIds === null || transitionIds.includes(id))
    .flatMap(({ id, rules }) =>
      rules.map((rule) => ({ kind: 'detach', transitionId: id, ruleId: rule.id }) as const),
    );
}
