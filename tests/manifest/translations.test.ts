import { readFileSync } from 'node:fs';
import { manifest, manifestText } from './read-manifest';

type Texts = { readonly [key: string]: string | Texts };

const flatten = (texts: Texts, prefix = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : flatten(value, `${prefix}${key}.`),
  );

const keysOf = (file: string) => flatten(JSON.parse(readFileSync(file, 'utf8')) as Texts).sort();

describe('translations of the manifest', () => {
  const used = [...manifestText.matchAll(/i18n: ([\w.-]+)/g)].map((match) => match[1]);

  it.each(manifest.translations.resources.map((r) => [r.key, r.path]))(
    '%s has every text that the manifest uses, and no other',
    (_locale, file) => {
      expect(keysOf(file)).toEqual([...new Set(used)].sort());
    },
  );
});
