import type { InputNote } from '../../../src/jira/wire/issue-history';
import { addAdministration } from '../company/administration';
import type { Jira } from '../jira/jira';
import { type ExportedIssue, flawOf } from './exported';
import { loadCatalogue } from './load-catalogue';
import { loadIssues } from './load-issues';
import { loadLinks } from './load-links';
import { loadProjects } from './load-projects';
import { type Note, noteLines, writeNotes } from './notes';
import { readExport } from './read-export';

export interface ImportOptions {
  /** The ARI of the app's global permission, which the demo's TAM and administrator hold here too. */
  administerTam: string;
  say: (line: string) => void;
  /** Where every note is written down in full; nowhere when absent. */
  notesFile?: string;
}

/**
 * Loads a Jira export in place of a company: projects, boards, people, issues with history, comments
 * and links. What is odd is said, with the issue's key and what was done; the rest is loaded.
 * Throws only when the file cannot be read at all.
 */
export async function importExport(
  jira: Jira,
  path: string,
  { administerTam, say, notesFile }: ImportOptions,
): Promise<InputNote[]> {
  const { issues, meta } = await readExport(path);
  addAdministration(jira.state, administerTam);
  const notes = loadExport(jira, issues, meta);
  const { projects, issues: loaded, users } = jira.state;
  say(`Loaded ${loaded.size} issues of ${projects.size} projects, ${users.size} people.`);
  for (const line of noteLines(notes)) say(`  ${line}`);
  if (notesFile !== undefined && notes.length > 0) {
    writeNotes(notesFile, notes);
    say(`  Each of these ${notes.length} notes with its issue: ${notesFile}`);
  }
  return notes;
}

/** Loads issues that are already in memory. */
export function loadExport(
  jira: Jira,
  values: readonly unknown[],
  meta: Readonly<Record<string, unknown>> = {},
): InputNote[] {
  const notes: InputNote[] = [];
  const note: Note = (one) => notes.push(one);
  const { state } = jira;
  const issues = values.filter((value, i) => isSound(value, i, note));
  state.timeZone = 'UTC';
  loadCatalogue(state, issues, meta);
  loadProjects(state, issues);
  loadIssues(state, issues, note);
  loadLinks(state, issues, note);
  jira.reindex();
  return notes;
}

function isSound(value: unknown, i: number, note: Note): value is ExportedIssue {
  const what = flawOf(value);
  if (what === undefined) return true;
  const { key } = (value ?? {}) as { key?: unknown };
  note({ issue: typeof key === 'string' ? key : `issue ${i + 1}`, what, done: 'it was left out' });
  return false;
}
