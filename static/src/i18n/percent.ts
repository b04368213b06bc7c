import { formatLocale, type Language } from './locale';

/**
 * A percentage with one decimal that never flatters: ordinary rounding, but neither up to 100 %
 * while something was breached, nor up to a target that was missed.
 *
 * @example percentText(99.97, { breached: 1, targetPercent: 95 }, 'en') //=> '99.9 %'
 * @example percentText(94.96, { breached: 5, targetPercent: 95 }, 'en') //=> '94.9 %'
 */
export function percentText(
  percent: number,
  against: { readonly breached: number; readonly targetPercent: number },
  language: Language,
): string {
  const rounded = Math.round(percent * 10) / 10;
  const flatters =
    (rounded >= 100 && against.breached > 0) ||
    (rounded >= against.targetPercent && percent < against.targetPercent);
  const shown = flatters ? Math.floor(percent * 10) / 10 : rounded;
  return `${oneDecimal(shown, language)} %`;
}

/** A target is shown as it was set: "95 %", "99.9 %". */
export function targetText(percent: number, language: Language): string {
  return `${percent.toLocaleString(formatLocale(language), { maximumFractionDigits: 2 })} %`;
}

/**
 * A change in percentage points without its sign, to one decimal.
 *
 * @example pointsText(-3.14, 'en') //=> '3.1'
 */
export function pointsText(points: number, language: Language): string {
  return oneDecimal(Math.abs(points), language);
}

function oneDecimal(value: number, language: Language): string {
  return value.toLocaleString(formatLocale(language), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}
