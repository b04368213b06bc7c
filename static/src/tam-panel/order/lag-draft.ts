import type { Lag } from '../../../../src/core/order/policy/order-policy';

export type LagKind = 'none' | Lag['kind'];

/** What stands in the form of a lag. */
export type LagDraft = { readonly kind: LagKind; readonly amount: string };

const HOUR_MS = 3_600_000;

/** The draft as the app is asked for it; undefined while the number is none. */
export function lagOf({ kind, amount }: LagDraft): Lag | null | undefined {
  if (kind === 'none') return null;
  if (!/^\d+$/.test(amount.trim()) || Number(amount) < 1) return undefined;
  const count = Number(amount);
  return kind === 'workingDays' ? { kind, days: count } : { kind, ms: count * HOUR_MS };
}

/** A lag as it stands there now, for the form to begin with. */
export function draftOf(lag: Lag | null): LagDraft {
  if (lag === null) return { kind: 'none', amount: '1' };
  if (lag.kind === 'workingDays') return { kind: lag.kind, amount: String(lag.days) };
  return { kind: lag.kind, amount: String(Math.max(1, Math.round(lag.ms / HOUR_MS))) };
}
