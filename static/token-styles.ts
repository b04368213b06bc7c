import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const themes = [
  'atlassian-light',
  'atlassian-dark',
  'atlassian-shape',
  'atlassian-spacing',
  'atlassian-typography',
] as const;

const id = 'virtual:token-styles.css';

/**
 * Atlassian's design tokens as a stylesheet of our own (`import 'virtual:token-styles.css'`).
 * Jira adds the same rules when a surface enables the theme; with our copy the colours are right
 * from the first paint, and also where no product stands around the frame. The rules look at
 * `html[data-theme]` and `html[data-color-mode]`, which `view.theme.enable()` sets.
 */
export function tokenStyles(): Plugin {
  const require = createRequire(import.meta.url);
  return {
    name: 'token-styles',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (resolved) => {
      if (resolved !== `\0${id}`) return null;
      return themes
        .map((theme) => require(`@atlaskit/tokens/dist/cjs/artifacts/themes/${theme}.js`).default)
        .join('\n');
    },
  };
}
