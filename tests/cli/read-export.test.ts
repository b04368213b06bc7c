import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ExportError, streamExport } from '../../src/cli/read-export';
import { readExport } from '../host/import/read-export';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-export-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const issues = [{ key: 'A-1' }, { key: 'A-2', fields: { labels: ['x', 'ü'] } }];

describe('readExport', () => {
  it.each([
    ['a list', 'list.json', JSON.stringify(issues), {}],
    [
      'an object',
      'object.json',
      JSON.stringify({ site: 'x', issues, n: [1] }),
      { site: 'x', n: [1] },
    ],
    ['a gzipped list', 'list.json.gz', gzipSync(JSON.stringify(issues)), {}],
    ['a gzipped list under another name', 'list.dat', gzipSync(JSON.stringify(issues)), {}],
    ['a list after a byte order mark', 'bom.json', `\uFEFF${JSON.stringify(issues)}`, {}],
  ])('reads %s', async (_what, name, content, meta) => {
    expect(await readExport(file(name, content))).toEqual({ issues, meta });
  });

  it.each([
    ['no JSON', 'no.json', 'hello', /no\.json: is not JSON: .* \(line 1, column 1\)/],
    ['a typing error', 'typo.json', '[\n {"key": oops}]', /is not JSON: .* \(line 2, column 10\)/],
    ['a file that ends too early', 'cut.json', '[{"key": "A-1"},\n {"ke', /is not JSON: .*line 2/],
    ['an empty file', 'empty.json', '', /is not JSON/],
    ['something after the list', 'more.json', '[{"key":"A-1"}] x', /is not JSON/],
    ['an object without issues', 'none.json', '{"a": 1}', /holds no issues/],
    ['a list without issues', 'nil.json', '[]', /holds no issues/],
    ['issues that are no list', 'odd.json', '{"issues": {"a": 1}}', /holds no issues/],
    ['a number', 'number.json', '12', /holds no issues/],
    [
      'a gzip file that ends too early',
      'cut.json.gz',
      gzipSync(JSON.stringify(issues)).subarray(0, 40),
      /cut\.json\.gz: the gzip file is cut/,
    ],
  ])('refuses %s', async (_what, name, content, message) => {
    const reading = readExport(file(name, content));
    await expect(reading).rejects.toThrow(ExportError);
    await expect(reading).rejects.toThrow(message);
  });

  it('says that a file is missing, or that it is a folder', async () => {
    await expect(readExport(join(folder, 'nope'))).rejects.toThrow('there is no such file');
    await expect(readExport(folder)).rejects.toThrow('is a folder, not a file');
  });
});

describe('streamExport', () => {
  it('yields each issue as it comes, and tells how far it has read', async () => {
    const path = file('stream.json', JSON.stringify({ issues }));
    const seen: unknown[] = [];
    let bytes = 0;
    for await (const entry of streamExport(path, (read) => {
      bytes = read;
    })) {
      seen.push(entry);
    }
    expect(seen).toEqual(issues.map((issue) => ({ kind: 'issue', issue })));
    expect(bytes).toBe(Buffer.byteLength(JSON.stringify({ issues })));
  });
});
