import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { functionsOf, listModules, manifest, resourcesOf } from './read-manifest';

/** The folder of a handler is its calling convention; which module types call it so. */
const FOLDER_OF: Readonly<Record<string, string>> = {
  resolver: 'resolvers',
  dynamicProperties: 'badges',
  'jira:workflowValidator': 'validators',
  trigger: 'triggers',
  consumer: 'consumers',
  scheduledTrigger: 'schedules',
  preUninstall: 'lifecycle',
};

const functions = manifest.modules.function ?? [];
const handlerOf = (functionKey: string) =>
  functions.find((f) => f.key === functionKey)?.handler ?? 'missing';
const entries = Object.assign({}, ...manifest.resources.map((r) => r.entry)) as Record<
  string,
  string
>;

describe('manifest', () => {
  it.each(functions.map((f) => [f.key, f.handler ?? '']))(
    '%s has a handler file that exports a function',
    async (_key, handler) => {
      const [file, exported] = handler.split('.');
      expect(exported).toBe('handler');
      const module = (await import(path.resolve('src', file ?? ''))) as Record<string, unknown>;
      expect(typeof module.handler).toBe('function');
    },
  );

  it('has no function that no module calls, and calls none that it has not', () => {
    const called = new Set(listModules().flatMap(({ module }) => functionsOf(module)));
    expect([...called].sort()).toEqual(functions.map((f) => f.key).sort());
  });

  it('names every function after its handler, with -fn behind', () => {
    for (const { key, handler = '' } of functions) {
      expect(`${path.basename(handler, '.handler')}-fn`).toBe(key);
      expect(key.length).toBeLessThanOrEqual(23);
    }
  });

  it('keeps each handler in the folder of its calling convention', () => {
    for (const { type, module } of listModules()) {
      const calls: [string, string | undefined][] = [
        ['resolver', module.resolver?.function],
        ['dynamicProperties', module.dynamicProperties?.function],
        [type, module.function],
      ];
      for (const [convention, functionKey] of calls) {
        if (functionKey === undefined) continue;
        expect([module.key, handlerOf(functionKey)]).toEqual([
          module.key,
          expect.stringMatching(new RegExp(`^handlers/${FOLDER_OF[convention]}/`)),
        ]);
      }
    }
  });

  it('calls each surface by one word: key, resolver, contract, page', () => {
    for (const { module } of listModules().filter(({ module: m }) => m.resolver)) {
      expect(existsSync(`src/contract/${module.key}.ts`)).toBe(true);
      for (const page of resourcesOf(module).map((reference) => reference.split('/')[1])) {
        expect(page?.startsWith(module.key)).toBe(true);
        expect(existsSync(`static/${page}.html`)).toBe(true);
        expect(existsSync(`static/src/${page}`)).toBe(true);
      }
      // A rule has pages only to be configured: the function of its name is the rule itself.
      const isRule = module.function !== undefined;
      expect(module.resolver?.function).toBe(isRule ? `${module.key}-page-fn` : `${module.key}-fn`);
      if (isRule) continue;
      expect(module.resource).toBe(`ui/${module.key}`);
    }
  });

  it('points every resource at an entry, every entry at a page, and uses every page', () => {
    const used = listModules().flatMap(({ module }) => resourcesOf(module));
    for (const reference of used) {
      const [resource, entry = ''] = reference.split('/');
      expect(manifest.resources.map((r) => r.key)).toContain(resource);
      expect([reference, entries[entry]]).toEqual([reference, `${entry}.html`]);
    }
    const pages = readdirSync('static').filter((file) => file.endsWith('.html'));
    expect(pages.sort()).toEqual(Object.values(entries).sort());
    expect(new Set(used.map((r) => r.split('/')[1]))).toEqual(new Set(Object.keys(entries)));
  });

  it('has no handler file that no function names', () => {
    const files = readdirSync('src/handlers', { recursive: true, encoding: 'utf8' })
      .filter((file) => path.dirname(file) !== '.' && file.endsWith('.ts'))
      .map((file) => `handlers/${file.replace(/\.ts$/, '.handler')}`);
    expect(files.sort()).toEqual(functions.map((f) => f.handler).sort());
  });
});
