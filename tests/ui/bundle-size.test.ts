import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(__dirname, '../..');
const build = join(root, 'static/build');
const budget = 200 * 1024;

const surfaces = readdirSync(join(root, 'static'))
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace(/\.html$/, ''));

function pageOf(surface: string): string {
  const file = join(build, `${surface}.html`);
  if (!existsSync(file)) throw new Error(`${file} is missing: build the screens first`);
  return readFileSync(file, 'utf8');
}

/** The script of a page and all that the page preloads, and what these import in turn. */
function scriptsOf(surface: string): ReadonlySet<string> {
  const html = pageOf(surface);
  const found = new Set<string>();
  const follow = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    const code = readFileSync(join(build, 'assets', name), 'utf8');
    for (const [, imported] of code.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)) follow(`${imported}`);
  };
  for (const [, name] of html.matchAll(/"\.\/assets\/([\w.-]+\.js)"/g)) follow(`${name}`);
  return found;
}

describe.each(surfaces)('the page of %s', (surface) => {
  it('weighs at most 200 kB of gzipped script', () => {
    const sizes = [...scriptsOf(surface)].map(
      (name) => gzipSync(readFileSync(join(build, 'assets', name))).length,
    );
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(budget);
  });

  it('holds no inline script, no inline style and no absolute address', () => {
    const html = pageOf(surface);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
    expect(html).not.toMatch(/<style|\sstyle=/);
    expect(html).not.toMatch(/(?:src|href)="(?!\.\/)/);
  });
});
