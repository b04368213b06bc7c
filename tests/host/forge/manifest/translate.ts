import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestText, Translations } from './app-manifest';

export type Translator = (text: ManifestText) => string;

/**
 * Says manifest texts in one locale. A key that the locale lacks is looked up in the fallback;
 * one that is nowhere throws, as Forge refuses such a manifest.
 */
export function createTranslator(
  appDir: string,
  translations: Translations | undefined,
  locale: string,
): Translator {
  const own = readLocale(appDir, translations, locale);
  const fallback = readLocale(appDir, translations, translations?.fallback ?? '');
  return (text) => {
    if (typeof text === 'string') return text;
    const said = lookUp(own, text.i18n) ?? lookUp(fallback, text.i18n);
    if (said === undefined) throw new Error(`manifest text has no translation: ${text.i18n}`);
    return said;
  };
}

function readLocale(
  appDir: string,
  translations: Translations | undefined,
  locale: string,
): unknown {
  const resource = translations?.resources.find(({ key }) => key === locale);
  if (resource === undefined) return {};
  return JSON.parse(readFileSync(join(appDir, resource.path), 'utf8'));
}

/** Translations are nested objects or flat ones with dots in their keys; Forge takes both. */
function lookUp(texts: unknown, key: string): string | undefined {
  const flat = (texts as Record<string, unknown>)[key];
  if (typeof flat === 'string') return flat;
  let found = texts;
  for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part];
  return typeof found === 'string' ? found : undefined;
}
