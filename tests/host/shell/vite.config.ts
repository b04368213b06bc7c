import { createRequire } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const require = createRequire(import.meta.url);

const THEMES = ['light', 'dark', 'spacing', 'typography', 'shape'] as const;

/**
 * Atlaskit adds its themes as inline styles at run time; as one CSS file they are there before the
 * first paint.
 */
function tokensAsCssFile(): Plugin {
  const virtualId = 'virtual:atlaskit-tokens.css';
  return {
    name: 'tokens-as-css-file',
    resolveId: (id) => (id === virtualId ? `\0${virtualId}` : undefined),
    load: (id) => {
      if (id !== `\0${virtualId}`) return undefined;
      const css = THEMES.map(
        (theme) => require(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${theme}`).default,
      );
      return css.join('\n');
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  logLevel: 'warn',
  plugins: [react(), tokensAsCssFile()],
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    outDir: 'build',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    sourcemap: false,
  },
});
