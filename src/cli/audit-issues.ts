import type { AnyCycle } from '../core/sla/judge/cycle';
import type { IncidentHistory } from '../core/sla/judge/history';
import { historyProblems } from '../core/sla/judge/history-problems';
import { judgeClocks } from '../core/sla/judge/judge-incident';
import type { CompiledPolicy } from '../core/sla/policy/policy';
import { type TimeInStatus, timeInStatus } from '../core/sla/verdict/time-in-status';
import { instant } from '../core/time';
import { NONE_ASKED } from '../jira/wire/field-values';
import { type InputNote, parseIssueHistory } from '../jira/wire/issue-history';
import { namedFields } from './field-names';
import type { CompiledJql } from './jql/world';
import { fieldNoter, linksOutside } from './odd-input';
import { type ReadProgress, streamExport } from './read-export';
import { isJqlIssue, type Survey } from './survey-export';

export type IssueVerdict = { readonly issue: string; readonly cycles: readonly AnyCycle[] };
export type IssueTimes = { readonly issue: string } & TimeInStatus;
type Note = (note: InputNote) => void;

/** Counted while an export is read: all issues, and those that the policy selects. */
export type Tally = { issues: number; incidents: number };
type IncidentHooks = { note: Note; progress: ReadProgress; tally: Tally };

const LEFT_OUT = 'left out';

type IncidentRules = {
  readonly select: CompiledJql;
  /** As of when it is audited, and when that happens: an audit may look back. */
  readonly at: number;
  readonly now: number;
  readonly fields: readonly string[];
};

/** Judges every incident of an export by every clock of the policy, one at a time. */
export async function* verdictsOf(
  path: string,
  survey: Survey,
  rules: { policy: CompiledPolicy } & Pick<IncidentRules, 'select' | 'at' | 'now'>,
  hooks: IncidentHooks,
): AsyncGenerator<IssueVerdict> {
  const at = instant(rules.at);
  const { fields } = rules.policy;
  for await (const history of incidentsOf(path, survey, { ...rules, fields }, hooks)) {
    yield { issue: history.key, cycles: judgeClocks(history, [rules.policy], at) };
  }
}

/** The histories of the incidents of an export that were there at the time of the audit. */
export async function* incidentsOf(
  path: string,
  survey: Survey,
  rules: IncidentRules,
  hooks: IncidentHooks,
): AsyncGenerator<IncidentHistory> {
  const { at } = rules;
  const names = namedFields(rules.fields, survey.fieldNames);
  const named = [...rules.fields, ...[...names.values()].flat()];
  const asked = new Set(named.map((field) => field.toLowerCase()));
  const noteOddFields = fieldNoter(hooks.note);
  for await (const issue of issuesOf(path, hooks)) {
    hooks.tally.issues += 1;
    if (!isSelected(issue, rules.select, hooks.note)) continue;
    const { history, notes } = parseIssueHistory(issue, survey.statuses, { names, asked });
    notes.forEach(hooks.note);
    if (history === null) continue;
    hooks.tally.incidents += 1;
    linksOutside(issue, survey.present).forEach(hooks.note);
    noteOddFields(issue);
    if (history.created > at) {
      const what = 'was created after the time of the audit';
      hooks.note({ issue: history.key, what, done: LEFT_OUT });
      continue;
    }
    notesOfFuture(history, rules.now).forEach(hooks.note);
    yield history;
  }
}

/** What is earlier than it can be was noted when the history was read. */
function notesOfFuture(history: IncidentHistory, now: number): InputNote[] {
  return historyProblems(history, instant(now))
    .filter((problem) => problem.includes('from the future'))
    .map((problem) => {
      const end = problem.lastIndexOf(': ');
      const [what, done] = [problem.slice(0, end), problem.slice(end + 2)];
      return { issue: history.key, what: `record ${what}`, done };
    });
}

/** What no query can look at is taken as an incident, so that its own notes are said. */
function isSelected(issue: unknown, select: CompiledJql, note: Note): boolean {
  if (!isJqlIssue(issue) || !issue.changelog) return true;
  const { key } = issue;
  try {
    const isIncident = select.matches(issue);
    if (!isIncident && !issue.fields.project) {
      note({
        issue: key,
        what: 'has no project, and the policy does not select it',
        done: LEFT_OUT,
      });
    }
    return isIncident;
  } catch (error) {
    const what = `the query of the policy fails on it (${(error as Error).message})`;
    note({ issue: key, what, done: 'taken as an incident' });
    return true;
  }
}

/** Time in status and first response of every issue of an export. */
export async function* timesOf(
  path: string,
  survey: Survey,
  hooks: { note: Note; progress: ReadProgress },
): AsyncGenerator<IssueTimes> {
  for await (const issue of issuesOf(path, hooks)) {
    const { history, notes } = parseIssueHistory(issue, survey.statuses, { asked: NONE_ASKED });
    notes.forEach(hooks.note);
    if (history !== null) yield { issue: history.key, ...timeInStatus(history) };
  }
}

/** Each issue once; keys of 100,000 issues are a few megabytes. */
async function* issuesOf(
  path: string,
  { note, progress }: { note: Note; progress: ReadProgress },
): AsyncGenerator<unknown> {
  const met = new Set<string>();
  for await (const entry of streamExport(path, progress)) {
    if (entry.kind !== 'issue') continue;
    const key = (entry.issue as { key?: unknown } | null)?.key;
    if (typeof key !== 'string') yield entry.issue;
    else if (!met.has(key)) {
      met.add(key);
      yield entry.issue;
    } else {
      note({ issue: key, what: 'stands twice in the file', done: 'the second was left out' });
    }
  }
}

/** Lines about fields that a policy names and of which the export says nothing at all. */
export function unknownFields(fields: readonly string[], { fieldNames }: Survey): string[] {
  return [...namedFields(fields, fieldNames)]
    .filter(([, ids]) => ids.length === 0)
    .map(
      ([name]) =>
        `No issue of the export tells of a field "${name}", so it counts as empty: check the name, or name it by its id, as cf[10050] in JQL and customfield_10050 elsewhere.\n`,
    );
}

/** The line for an empty result, which would leave somebody wondering. */
export function noIncidents(issues: number, select: string): string {
  return `0 of ${issues} issues are incidents by select: ${select}\n`;
}
