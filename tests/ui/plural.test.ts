import { en } from '../../static/src/i18n/en';
import { formatLocale, languageOf } from '../../static/src/i18n/locale';
import { ru } from '../../static/src/i18n/ru';

describe('plurals', () => {
  it.each([
    [1, '1 item in Backup'],
    [2, '2 items in Backup'],
    [0, '0 items in Backup'],
  ])('counts %d hidden in English', (count, text) => {
    expect(en.shared.hiddenItems(count, 'Backup')).toBe(text);
  });

  it.each([
    [1, '1 задача в Backup'],
    [2, '2 задачи в Backup'],
    [5, '5 задач в Backup'],
    [11, '11 задач в Backup'],
    [21, '21 задача в Backup'],
    [112, '112 задач в Backup'],
  ])('counts %d hidden in Russian', (count, text) => {
    expect(ru.shared.hiddenItems(count, 'Backup')).toBe(text);
  });

  it('bends the verb with the number in Russian', () => {
    expect(ru.shared.results(1)).toBe('найден 1 вариант');
    expect(ru.shared.results(3)).toBe('найдено 3 варианта');
  });
});

describe('languageOf', () => {
  it('gives Russian to Russian locales and English to everybody else', () => {
    expect(['ru-RU', 'ru', 'en-US', 'de-DE', 'en_GB'].map(languageOf)).toEqual([
      'ru',
      'ru',
      'en',
      'en',
      'en',
    ]);
  });

  it('writes English dates day first', () => {
    expect(formatLocale('en')).toBe('en-GB');
  });
});

describe('the catalogs', () => {
  it('have a text for every key in both languages', () => {
    const keysOf = (value: unknown, path = ''): string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
        : [path];
    expect(keysOf(ru)).toEqual(keysOf(en));
  });
});
