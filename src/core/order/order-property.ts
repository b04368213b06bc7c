import type { StepState } from './judge/step-state';

/**
 * What the issue property `tam` says of the order, for JQL and boards: `tamState = waiting`,
 * `tamWaitsFor = "NET-12"`, `tamClient = ACME`. Anybody who sees the issue can read it.
 */
export type OrderProperty = {
  readonly state?: StepState;
  readonly waitsFor?: readonly string[];
  /** Key of the client project that the issue belongs to; where it has clocks, theirs is shown. */
  readonly client?: string;
};

const PARTS = new Set(['state', 'waitsFor']);
const CLIENT = 'client';

/** Does the property say something of clocks? Their part names its client itself. */
export function hasClocks(stored: unknown): boolean {
  return Object.keys(asObject(stored)).some((name) => name.startsWith('sla'));
}

/**
 * The property with its part about the order replaced; an empty part takes it out.
 *
 * Stored `{ state: 'waiting', slaState: 'met' }`, now `{ state: 'ready' }`: `{ state: 'ready',
 * slaState: 'met' }`.
 */
export function withOrderProperty(stored: unknown, order: OrderProperty): object {
  const kept = entriesOf(stored).filter(([name]) => !isOurs(name, stored));
  return { ...order, ...Object.fromEntries(kept) };
}

/** The property with its part about the clocks replaced; an empty part takes it out. */
export function withClocksProperty(order: OrderProperty, clocks: object): object {
  return { ...order, ...clocks };
}

/**
 * The part about the order, as it stands there, whoever wrote it.
 *
 * `{ slaState: 'met', state: 'ready' }`: `{ state: 'ready' }`. What is no object says nothing:
 * `{}`.
 */
export function orderPropertyOf(stored: unknown): object {
  return Object.fromEntries(entriesOf(stored).filter(([name]) => isOurs(name, stored)));
}

/**
 * Does the property say this of the order? In which order its parts were written says nothing, nor
 * does the client of an issue with clocks.
 *
 * Stored `{ client: 'ACME', slaState: 'met', state: 'ready' }`: says `{ state: 'ready' }`.
 */
export function saysOrder(stored: unknown, order: OrderProperty): boolean {
  const asked = entriesOf(order).filter(([name]) => isOurs(name, stored));
  return sorted(Object.fromEntries(asked)) === sorted(orderPropertyOf(stored));
}

function isOurs(name: string, stored: unknown): boolean {
  return PARTS.has(name) || (name === CLIENT && !hasClocks(stored));
}

function sorted(parts: object): string {
  return JSON.stringify(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(asObject(value));
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
