import type { HolidayRequest } from '../../../../src/contract/holidays';

/** What the person has filled in so far. */
export type HolidayForm = {
  readonly source: HolidayRequest['source'];
  readonly country: string;
  readonly state: string;
  readonly region: string;
  readonly ics: string;
  readonly from: string;
  readonly to: string;
};

export type HolidayFault = 'place' | 'ics' | 'years';

const MOST_YEARS = 10;
/** What the app takes in one request. */
export const LARGEST_ICS = 400_000;

/** Holidays of a country, for this year and the next. */
export function emptyHolidayForm(now: number): HolidayForm {
  const year = new Date(now).getUTCFullYear();
  return {
    ...{ source: 'country', country: '', state: '', region: '', ics: '' },
    ...{ from: String(year), to: String(year + 1) },
  };
}

/** What to ask the app for, or which part is missing or wrong. */
export function holidayRequest(
  form: HolidayForm,
): { readonly request: HolidayRequest } | { readonly fault: HolidayFault } {
  const [from, to] = [form.from, form.to].map((year) =>
    /^(19[9]\d|20\d\d)$/.test(year.trim()) ? Number(year) : Number.NaN,
  ) as [number, number];
  if (!(from <= to) || to - from >= MOST_YEARS) return { fault: 'years' };
  if (form.source === 'ics') {
    if (form.ics.trim() === '' || form.ics.length > LARGEST_ICS) return { fault: 'ics' };
    return { request: { source: 'ics', text: form.ics, from, to } };
  }
  const place = form.region || form.state || form.country;
  return place === '' ? { fault: 'place' } : { request: { source: 'country', place, from, to } };
}
