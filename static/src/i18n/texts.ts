import { en, type Texts } from './en';
import type { Language } from './locale';
import { ru } from './ru';

const catalogs: Record<Language, Texts> = { en, ru };

/** Every text on screen in one language. */
export function textsIn(language: Language): Texts {
  return catalogs[language];
}
