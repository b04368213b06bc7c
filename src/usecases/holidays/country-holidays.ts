import type { Holiday } from '../../core/calendar/calendar';
import { loadHolidays } from './load-holidays';

/**
 * Public holidays of a country (`DE`), its state (`DE-BY`) or region (`DE-BY-EVANG`), by
 * `date-holidays` (CC-BY-3.0 data), in some years, named in `language` where it has a name in it,
 * else in a language of the country. Days that a government moves by a decree of the year are not
 * all there. Throws Error for a place that is not known.
 *
 * `DE-BY` in 2026 holds 2026-01-06 (Epiphany), `DE-BE` does not.
 */
export async function countryHolidays(
  place: string,
  years: { readonly from: number; readonly to: number },
  language?: string,
): Promise<Holiday[]> {
  const Holidays = await loadHolidays();
  const [country = '', state, region] = place.split('-');
  const known = new Holidays();
  if (known.getCountries()[country] === undefined) throw new Error(`no holidays of "${country}"`);
  if (state !== undefined && known.getStates(country)?.[state] === undefined) {
    throw new Error(`no holidays of "${place}"`);
  }
  if (region !== undefined && known.getRegions(country, state ?? '')?.[region] === undefined) {
    throw new Error(`no holidays of "${place}"`);
  }
  const languages = language === undefined ? {} : { languages: [language] };
  known.init(country, state ?? '', region ?? '', languages);
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
