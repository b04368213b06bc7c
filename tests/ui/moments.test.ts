import {
  dateInFull,
  dateText,
  momentInFull,
  momentText,
  periodText,
  relativeText,
} from '../../static/src/i18n/moments';

const moscow = { language: 'en', timeZone: 'Europe/Moscow' } as const;
const moscowInRussian = { language: 'ru', timeZone: 'Europe/Moscow' } as const;
// Monday 23 November 2026, 13:00 in Moscow.
const now = Date.parse('2026-11-23T10:00:00Z');
const at = (iso: string) => Date.parse(iso);

describe('momentText', () => {
  it('shows the time alone on the same day of the reader', () => {
    expect(momentText(at('2026-11-23T13:40:00Z'), now, moscow)).toBe('16:40');
    // 21:30 UTC is 00:30 of the next day in Moscow.
    expect(momentText(at('2026-11-23T21:30:00Z'), now, moscow)).toBe('Tue 24 Nov 00:30');
  });

  it('adds the year when it is another one in the zone of the reader', () => {
    expect(momentText(at('2026-12-31T20:59:00Z'), now, moscow)).toBe('Thu 31 Dec 23:59');
    expect(momentText(at('2026-12-31T21:00:00Z'), now, moscow)).toBe('Fri 1 Jan 2027 00:00');
  });

  it('names day and month in Russian', () => {
    expect(momentText(at('2026-11-24T11:00:00Z'), now, moscowInRussian)).toBe('вт 24 нояб. 14:00');
  });
});

describe('momentInFull', () => {
  it('leaves nothing open: seconds and zone', () => {
    expect(momentInFull(at('2026-11-24T11:00:05Z'), moscow)).toBe(
      '24 November 2026 at 14:00:05 GMT+3',
    );
  });
});

describe('dateText', () => {
  it('keeps the calendar day that Jira holds, whatever the zone', () => {
    const honolulu = { language: 'en', timeZone: 'Pacific/Honolulu' } as const;
    expect(dateText('2026-11-24', now, moscow)).toBe('24 Nov');
    expect(dateText('2026-11-24', now, honolulu)).toBe('24 Nov');
  });

  it('adds the year when it is not this one', () => {
    expect(dateText('2027-01-05', now, moscow)).toBe('5 Jan 2027');
  });

  it('has the weekday for hovering', () => {
    expect(dateInFull('2026-11-24', moscow)).toBe('Tuesday, 24 November 2026');
  });
});

describe('relativeText', () => {
  it.each([
    ['2026-11-23T09:59:30Z', 'just now'],
    ['2026-11-23T09:58:00Z', '2 min ago'],
    // A clock that was set back knows no future.
    ['2026-11-23T13:59:00Z', 'just now'],
    ['2026-11-21T10:00:00Z', '2 days ago'],
  ])('%s is %s', (iso, text) => {
    expect(relativeText(at(iso), now, moscow)).toBe(text);
  });
});

describe('periodText', () => {
  it('names a whole month of the zone', () => {
    // Midnights of Moscow: 1 October and 1 November.
    const from = at('2026-09-30T21:00:00Z');
    const to = at('2026-10-31T21:00:00Z');
    expect(periodText(from, to, moscow)).toBe('October 2026');
    expect(periodText(from, to, moscowInRussian)).toBe('октябрь 2026 г.');
  });

  it('names the last day that belongs, not the bound', () => {
    const from = at('2026-10-24T21:00:00Z');
    const to = at('2026-11-23T21:00:00Z');
    expect(periodText(from, to, moscow).replace(/\s/g, ' ')).toBe('25 Oct – 23 Nov 2026');
  });
});
