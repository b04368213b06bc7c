import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROWS = Array.from({ length: 54 }, (_, index) => `D${index + 1}`);

/** Rows of the semantics of the order that no test shows yet, and why. */
const NOT_SHOWN: Readonly<Record<string, string>> = {};

const HOME = path.join(__dirname, '..', '..');
const PLACES = ['core/order', 'usecases', 'handlers', 'e2e', 'store', 'jira', 'ui', 'cli'];

function testsIn(place: string): readonly string[] {
  const found = readdirSync(path.join(HOME, place), { recursive: true, encoding: 'utf8' });
  return found
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.includes('every-row'))
    .map((name) => readFileSync(path.join(HOME, place, name), 'utf8'));
}

describe('the rows of the semantics of the order', () => {
  const named = new Set(
    PLACES.flatMap(testsIn).flatMap((text) => text.match(/\bD\d{1,2}\b/g) ?? []),
  );

  it('are each named by a test, but for those listed with a reason', () => {
    expect(ROWS.filter((row) => !named.has(row))).toEqual(Object.keys(NOT_SHOWN));
  });
});
