import fc from 'fast-check';
import { EntrySplitter, type ExportEntry } from '../../src/cli/entry-splitter';

/** What the splitter makes of a text that comes in chunks of so many bytes. */
function entriesOf(text: string, size: number): ExportEntry[] {
  const splitter = new EntrySplitter();
  const bytes = Buffer.from(text);
  const entries: ExportEntry[] = [];
  for (let from = 0; from < bytes.length; from += size) {
    entries.push(...splitter.take(bytes.subarray(from, from + size)));
  }
  return [...entries, ...splitter.end()];
}

const value = fc.jsonValue({ stringUnit: 'binary' });
const spaces = fc.constantFrom(0, 2, '\t');

describe('EntrySplitter', () => {
  it('finds the issues of any list, whatever the chunks are', () => {
    fc.assert(
      fc.property(fc.array(value), spaces, fc.integer({ min: 1, max: 40 }), (issues, space, size) =>
        expect(entriesOf(JSON.stringify(issues, null, space), size)).toEqual(
          JSON.parse(JSON.stringify(issues.map((issue) => ({ kind: 'issue', issue })))),
        ),
      ),
    );
  });

  it('finds what stands beside the issues, before and after them', () => {
    fc.assert(
      fc.property(value, fc.array(value), fc.integer({ min: 1, max: 40 }), (other, issues, size) =>
        expect(entriesOf(JSON.stringify({ a: other, issues, 'b"\\': other }), size)).toEqual(
          JSON.parse(
            JSON.stringify([
              { kind: 'meta', key: 'a', value: other },
              ...issues.map((issue) => ({ kind: 'issue', issue })),
              { kind: 'meta', key: 'b"\\', value: other },
            ]),
          ),
        ),
      ),
    );
  });

  it('refuses what JSON.parse refuses, and nothing else', () => {
    const scrap = fc.constantFrom(...'[]{},:"\\ 1a'.split(''), '{"issues":', '"x"', '[1]', 'true');
    fc.assert(
      fc.property(
        fc.array(scrap, { maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        (list, size) => {
          const text = list.join('');
          expect(isRefused(() => entriesOf(text, size))).toBe(isRefused(() => JSON.parse(text)));
        },
      ),
      { numRuns: 5000 },
    );
  });
});

function isRefused(read: () => unknown): boolean {
  try {
    read();
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(SyntaxError);
    return true;
  }
}
