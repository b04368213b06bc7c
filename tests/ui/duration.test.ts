import { countdownText, durationText } from '../../static/src/i18n/duration';

const s = 1000;
const m = 60 * s;
const h = 60 * m;

describe('durationText', () => {
  it.each([
    [0, '0 s'],
    [45 * s, '45 s'],
    [12 * m + 59 * s, '12 m'],
    [h, '1 h'],
    [h + 30 * m + 30 * s, '1 h 30 m'],
    [26 * h + 4 * m, '26 h 4 m'],
    [1234 * h, '1,234 h'],
  ])('cuts %d ms down to %s', (ms, text) => {
    expect(durationText(ms, 'en')).toBe(text);
  });

  it('tells the length of a negative time without its sign', () => {
    expect(durationText(-90 * m, 'en')).toBe('1 h 30 m');
  });

  it('speaks Russian', () => {
    expect(durationText(h + 40 * m, 'ru')).toBe('1 ч 40 мин');
    expect(durationText(5 * s, 'ru')).toBe('5 с');
  });
});

describe('countdownText', () => {
  it('counts seconds in the last ten minutes only', () => {
    expect(countdownText(10 * m, 'en')).toBe('10 m');
    expect(countdownText(10 * m - s, 'en')).toBe('9 m 59 s');
    expect(countdownText(9 * m + 5 * s, 'en')).toBe('9 m 05 s');
    expect(countdownText(59 * s, 'en')).toBe('59 s');
  });
});
