/**
 * Where an issue stands in the order. `suspect` is work that runs although something before it is
 * not done: it was started past the rule, or its blocker was opened again afterwards.
 */
export type StepState = 'ready' | 'waiting' | 'running' | 'done' | 'suspect';
