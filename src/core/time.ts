/** A point in time: milliseconds since 1970-01-01T00:00:00Z. Never a wall-clock reading. */
export type Instant = number & { readonly brand: 'Instant' };

/** A length of time in milliseconds. Negative only where a docstring says so. */
export type Millis = number & { readonly brand: 'Millis' };

/** Half-open: `from` belongs to it, `to` does not, so spans that touch never count a moment twice. */
export type Span = { readonly from: Instant; readonly to: Instant };

/** Brands a number of epoch milliseconds. Throws RangeError for NaN, infinities and fractions. */
export function instant(epochMs: number): Instant {
  if (!Number.isSafeInteger(epochMs)) throw new RangeError(`not an instant: ${epochMs}`);
  return epochMs as Instant;
}

/** Brands a number of milliseconds. Throws RangeError for NaN, infinities and fractions. */
export function millis(ms: number): Millis {
  if (!Number.isSafeInteger(ms)) throw new RangeError(`not a duration in ms: ${ms}`);
  return ms as Millis;
}

/** Makes a span; throws RangeError when it would end before it starts. */
export function span(from: Instant, to: Instant): Span {
  if (to < from) throw new RangeError(`span ends before it starts: ${from} > ${to}`);
  return { from, to };
}

/** As contracts and messages carry an instant, in UTC: `isoOf(0)` is `1970-01-01T00:00:00.000Z`. */
export function isoOf(at: number): string {
  return new Date(at).toISOString();
}

/** The same for an instant that may be missing. */
export function isoOrNull(at: number | null): string | null {
  return at === null ? null : isoOf(at);
}
