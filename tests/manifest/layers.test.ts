import { readdirSync, readFileSync } from 'node:fs';

/** One package, one door: who may import what of Forge. Folders are enforced by Biome as well. */
const DOORS: Readonly<Record<string, RegExp>> = {
  '@forge/api': /^src\/jira\/http\.ts$/,
  '@forge/sql': /^src\/store\//,
  '@forge/kvs': /^src\/store\//,
  '@forge/events': /^src\/queue\//,
  '@forge/resolver': /^src\/handlers\/(edge|resolvers\/[\w-]+)\.ts$/,
  '@forge/bridge': /^static\/src\/bridge\//,
  '@forge/jira-bridge': /^static\/src\/bridge\/workflow-rule\.ts$/,
};

const sources = ['src', 'static/src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file)),
);

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map((match) => match[1] ?? '');

describe('layers', () => {
  it.each(Object.entries(DOORS))('%s comes in through one door', (name, door) => {
    const importers = sources.filter((file) => importsOf(file).includes(name));
    expect(importers.filter((file) => !door.test(file))).toEqual([]);
    expect(importers.length).toBeGreaterThan(0);
  });

  it('the core imports nothing but the core and date-fns', () => {
    const strangers = sources
      .filter((file) => file.startsWith('src/core/'))
      .flatMap((file) =>
        importsOf(file).filter((name) => !/^(\.|date-fns|@date-fns\/)/.test(name)),
      );
    expect(strangers).toEqual([]);
  });

  it('no surface imports the command line', () => {
    const importers = sources
      .filter((file) => !file.startsWith('src/cli/'))
      .filter((file) => importsOf(file).some((name) => /(^|\/)cli\//.test(name)));
    expect(importers).toEqual([]);
  });
});
