import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROWS = Array.from({ length: 54 }, (_, index) => `D${index + 1}`);

/** Rows of the semantics of the order that no test shows on the local host, and why. */
const NOT_ON_HOST: Readonly<Record<string, string>> = {};

const HOME = path.join(__dirname, '..', '..');
/** Where tests start the local host: the real handlers, Jira, Forge and a real database. */
const ON_HOST = ['handlers', 'e2e'];
const ELSEWHERE = ['core/order', 'usecases', 'store', 'jira', 'ui', 'cli'];

function testsIn(place: string): readonly string[] {
  const found = readdirSync(path.join(HOME, place), { recursive: true, encoding: 'utf8' });
  return found
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.includes('every-row'))
    .map((name) => readFileSync(path.join(HOME, place, name), 'utf8'));
}

/** What describe and it are called, those of it.each as well. */
const TITLE = /\b(?:it|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`].*)/g;

const titlesOf = (text: string): string => [...text.matchAll(TITLE)].map(([, it]) => it).join('\n');

const rowsIn = (texts: readonly string[]) =>
  new Set(texts.flatMap((text) => text.match(/\bD\d{1,2}\b/g) ?? []));

describe('the rows of the semantics of the order', () => {
  const onHost = ON_HOST.flatMap(testsIn);

  it('are each named by a test', () => {
    const named = rowsIn([...onHost, ...ELSEWHERE.flatMap(testsIn)]);
    expect(ROWS.filter((row) => !named.has(row))).toEqual([]);
  });

  it('are each shown on the local host by a test of that name, but for those with a reason', () => {
    const shown = rowsIn(onHost.map(titlesOf));
    expect(ROWS.filter((row) => !shown.has(row))).toEqual(Object.keys(NOT_ON_HOST));
  });
});
