import { existsSync, readFileSync } from 'node:fs';
import { functionsOf, listModules, manifest, resourcesOf } from './read-manifest';

const readme = readFileSync('README.md', 'utf8');

/** The formatter pads columns. */
const squeeze = (row: string) => row.replace(/ {2,}/g, ' ');

const cell = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

const handlerName = (functionKey: string) =>
  (manifest.modules.function ?? [])
    .find((f) => f.key === functionKey)
    ?.handler?.replace(/^handlers\/|\.handler$/g, '') ?? functionKey;

describe('README', () => {
  it('has a map that agrees with the manifest', () => {
    const [, table = ''] = /<!-- map:begin -->\n([\s\S]*?)\n<!-- map:end -->/.exec(readme) ?? [];
    const written = table
      .split('\n')
      .filter((row) => row.startsWith('| `'))
      .map(squeeze);
    const expected = listModules().map(({ type, module }) => {
      const functions = cell(functionsOf(module).map(handlerName));
      const pages = cell(resourcesOf(module).map((r) => `${r.split('/')[1]}.html`));
      return `| \`${module.key}\` | \`${type}\` | ${functions} | ${pages} |`;
    });
    expect(written.sort()).toEqual(expected.map(squeeze).sort());
  });

  it('says for each scope what it is for', () => {
    const rows = readme.split('\n').map(squeeze);
    for (const scope of manifest.permissions.scopes) {
      expect(rows).toContainEqual(expect.stringMatching(`^\\| \`${scope}\` \\| .+`));
    }
  });

  it('shows only pictures and links only files that exist', () => {
    const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '');
    expect(targets.filter((path) => !/^https?:/.test(path) && !existsSync(path))).toEqual([]);
  });
});
