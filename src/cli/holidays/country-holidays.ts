import type { Holiday } from '../../core/calendar/calendar';

/**
 * Public holidays of a country (`DE`), its state (`DE-BY`) or region, by `date-holidays`
 * (CC-BY-3.0 data), in some years. The data is large, so it is loaded when somebody asks.
 * Throws Error for a country that is not known.
 *
 * `DE-BY` in 2026 holds 2026-01-06 (Epiphany), `DE-BE` does not.
 */
export async function countryHolidays(
  place: string,
  years: { from: number; to: number },
): Promise<Holiday[]> {
  const { default: Holidays } = await import('date-holidays');
  const [country = '', state, region] = place.split('-');
  const known = new Holidays();
  if (known.getCountries()[country] === undefined) throw new Error(`no holidays of "${country}"`);
  if (state !== undefined && known.getStates(country)?.[state] === undefined) {
    throw new Error(`no holidays of "${place}"`);
  }
  known.init(country, state ?? '', region ?? '');
  const found = new Map<string, Holiday>();
  for (let year = years.from; year <= years.to; year++) {
    for (const { date, name, type, start, end } of known.getHolidays(year)) {
      if (type !== 'public') continue;
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
      for (let day = 0; day < days; day++) {
        const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
        const text = new Date(first + day * 86_400_000).toISOString().slice(0, 10);
        found.set(text, { date: text, name });
      }
    }
  }
  return [...found.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
