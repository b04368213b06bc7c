import type { StepState } from './step-state';

/**
 * What the issue property `tam` says of the order, for JQL and boards: `tamState = waiting`,
 * `tamWaitsFor = "NET-12"`. Anybody who sees the issue can read it.
 */
export type OrderProperty = {
  readonly state?: StepState;
  readonly waitsFor?: readonly string[];
};

const PARTS = new Set(['state', 'waitsFor']);

/** The property with its part about the order replaced; an empty part takes it out. */
export function withOrderProperty(stored: unknown, order: OrderProperty): object {
  const kept = Object.entries(asObject(stored)).filter(([name]) => !PARTS.has(name));
  return { ...Object.fromEntries(kept), ...order };
}

/** The part about the order, as it stands there, whoever wrote it. */
export function orderPropertyOf(stored: unknown): object {
  return Object.fromEntries(Object.entries(asObject(stored)).filter(([name]) => PARTS.has(name)));
}

/** Do these say the same of the order? In which order their parts were written says nothing. */
export function sameOrder(a: object, b: object): boolean {
  return sorted(a) === sorted(b);
}

function sorted(parts: object): string {
  return JSON.stringify(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
