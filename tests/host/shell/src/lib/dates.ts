const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** Jira writes offsets without a colon ("+0300"), which not every parser takes. */
export function parseJiraTime(text: string): number {
  return Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}

export function relativeTime(epochMs: number, now: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const away = epochMs - now;
  for (const [unit, ms] of UNITS) {
    if (Math.abs(away) >= ms) return words.format(Math.round(away / ms), unit);
  }
  return words.format(0, 'minute');
}

export function exactTime(epochMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    epochMs,
  );
}

/**
 * A due date ("2026-11-25") as a person reads it; dates have no zone, so noon UTC is only a
 * carrier.
 */
export function shortDate(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T12:00:00Z`));
}
