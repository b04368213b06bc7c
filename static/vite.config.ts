import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { tokenStyles } from './token-styles';

const root = fileURLToPath(new URL('.', import.meta.url));

/** One page per surface: every HTML file that stands beside this one. */
const pages = Object.fromEntries(
  readdirSync(root)
    .filter((file) => file.endsWith('.html'))
    .map((file) => [file.replace(/\.html$/, ''), join(root, file)]),
);

export default defineConfig({
  root,
  // Forge serves the resource from a path that nobody knows at build time.
  base: './',
  plugins: [react(), tokenStyles()],
  resolve: {
    alias: [
      {
        // Atlaskit asks Atlassian's experiment service for its switches. Outside Atlassian there is
        // none to ask, and its client alone is 27 kB gzip in every surface.
        find: /^@atlaskit\/feature-gate-js-client(\/.*)?$/,
        replacement: join(root, 'src/ui/no-feature-gates.ts'),
      },
    ],
  },
  build: {
    outDir: join(root, 'build'),
    emptyOutDir: true,
    // Forge's content security policy allows files only: no data: scripts, no inline polyfill.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: pages },
  },
});
