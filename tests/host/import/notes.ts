import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { InputNote } from '../../../src/jira/wire/issue-history';

/** Hears what was odd in the input and what was done about it. */
export type Note = (note: InputNote) => void;

const shownKeys = 5;
const shownNames = 3;
const QUOTED = /"[^"]*"/g;

/** One line per kind of oddity: how often, at which issues, what was done. */
export function noteLines(notes: readonly InputNote[]): string[] {
  const kinds = new Map<string, InputNote[]>();
  for (const note of notes) {
    const kind = `${withoutNames(note.what)}: ${note.done}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), note]);
  }
  return [...kinds.values()].map((all) => {
    const [first] = all;
    if (all.length === 1 && first) return `${first.issue} ${first.what}: ${first.done}`;
    const keys = [...new Set(all.map((note) => note.issue))];
    const more = keys.length > shownKeys ? ', ...' : '';
    return `${all.length} times: ${withNames(all)} (${keys.slice(0, shownKeys).join(', ')}${more})`;
  });
}

/** The text without the quoted part that differs from issue to issue. */
const withoutNames = (text: string): string => text.replace(QUOTED, '""');

/** The text of notes of one kind, each quoted part with the first few names that stand there. */
function withNames(notes: readonly InputNote[]): string {
  const named = notes.map(({ what }) => what.match(QUOTED) ?? []);
  let part = 0;
  const what = notes[0]?.what.replace(QUOTED, () => {
    const names = [...new Set(named.map((each) => each[part]))];
    part += 1;
    return names.slice(0, shownNames).join(', ') + (names.length > shownNames ? ', ...' : '');
  });
  return `${what}: ${notes[0]?.done}`;
}

/** One line per note, in the order of the file. */
export function writeNotes(file: string, notes: readonly InputNote[]): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const lines = notes.map(({ issue, what, done }) => `${issue} ${what}: ${done}\n`);
  writeFileSync(file, lines.join(''));
}
