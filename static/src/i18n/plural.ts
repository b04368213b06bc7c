import type { Language } from './locale';

export type EnglishForms = { readonly one: string; readonly other: string };
/** `other` is Russian's form for fractions. */
export type RussianForms = {
  readonly one: string;
  readonly few: string;
  readonly many: string;
  readonly other?: string;
};

const rules: Record<Language, Intl.PluralRules> = {
  en: new Intl.PluralRules('en'),
  ru: new Intl.PluralRules('ru'),
};

/** `englishCount(1, { one: 'item', other: 'items' })` is "1 item". */
export function englishCount(count: number, forms: EnglishForms): string {
  const form = rules.en.select(count) === 'one' ? forms.one : forms.other;
  return `${count.toLocaleString('en-GB')} ${form}`;
}

/** `russianCount(3, { one: 'задача', few: 'задачи', many: 'задач' })` is "3 задачи". */
export function russianCount(count: number, forms: RussianForms): string {
  return `${count.toLocaleString('ru-RU')} ${russianForm(count, forms)}`;
}

/** The word alone, for where the number stands elsewhere. */
export function russianForm(count: number, forms: RussianForms): string {
  switch (rules.ru.select(count)) {
    case 'one':
      return forms.one;
    case 'few':
      return forms.few;
    case 'many':
      return forms.many;
    default:
      return forms.other ?? forms.few;
  }
}
