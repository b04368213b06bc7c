import { percentText, targetText } from '../../static/src/i18n/percent';

const text = (met: number, breached: number, targetPercent: number) =>
  percentText((met / (met + breached)) * 100, { breached, targetPercent }, 'en');

describe('percentText', () => {
  it('rounds to one decimal', () => {
    expect(text(135, 5, 95)).toBe('96.4 %');
    expect(text(2, 1, 95)).toBe('66.7 %');
    expect(text(0, 4, 95)).toBe('0.0 %');
  });

  it('says 100 % only when nothing was breached', () => {
    expect(text(40, 0, 95)).toBe('100.0 %');
    // 9,997 of 10,000 are 99.97 %, which would round up.
    expect(text(9997, 3, 95)).toBe('99.9 %');
  });

  it('does not round a missed target up to the target', () => {
    // 2,374 of 2,500 are 94.96 %.
    expect(text(2374, 126, 95)).toBe('94.9 %');
    expect(text(2375, 125, 95)).toBe('95.0 %');
  });

  it('writes a decimal comma for Russian readers', () => {
    expect(percentText(87.04, { breached: 13, targetPercent: 95 }, 'ru')).toBe('87,0 %');
  });
});

describe('targetText', () => {
  it('shows a target as it was set', () => {
    expect(targetText(95, 'en')).toBe('95 %');
    expect(targetText(99.95, 'en')).toBe('99.95 %');
    expect(targetText(99.9, 'ru')).toBe('99,9 %');
  });
});
