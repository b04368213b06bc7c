/** Forge's prices for a month of one app in USD (Forge docs, "Forge platform pricing", 2026-08). */
const PRICES = {
  gbSeconds: { free: 200_000, usd: 0.000_025 },
  sqlRequests: { free: 100_000, usd: 0.000_001_929 },
  sqlHours: { free: 1, usd: 0.143 },
} as const;

const PRICES_IN_WORDS = [
  'Forge prices of August 2026: $0.000025 per GB-s beyond 200,000 a month, $1.929 per million SQL',
  'requests beyond 100,000, $0.143 per hour of SQL compute beyond one. Stored rows, logs and',
  'key-value storage are not in it; neither is the publishing of issue properties afterwards.',
].join(' ');

type Use = { readonly [item in keyof typeof PRICES]: number };

/**
 * What a use costs, when it is all that the app does in a month, and as if nothing were free.
 *
 * 300,000 GB-s and nothing else: $2.50 beyond the free 200,000, $7.50 at list price.
 */
export function forgeBill(use: Use): {
  readonly beyondFree: number;
  readonly atListPrice: number;
  readonly prices: string;
} {
  const items = Object.keys(PRICES) as (keyof typeof PRICES)[];
  const sum = (of: (item: keyof typeof PRICES) => number) =>
    items.reduce((total, item) => total + of(item) * PRICES[item].usd, 0);
  return {
    beyondFree: sum((item) => Math.max(0, use[item] - PRICES[item].free)),
    atListPrice: sum((item) => use[item]),
    prices: PRICES_IN_WORDS,
  };
}
