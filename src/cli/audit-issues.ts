import type { Cycle } from '../core/sla/cycle';
import type { IncidentHistory } from '../core/sla/history';
import { judgeIncident } from '../core/sla/judge-incident';
import type { CompiledPolicy } from '../core/sla/policy';
import { type TimeInStatus, timeInStatus } from '../core/sla/time-in-status';
import { instant } from '../core/time';
import { type InputNote, parseIssueHistory } from '../jira/wire/issue-history';
import type { CompiledJql } from './jql/world';
import { fieldNoter, linksOutside } from './odd-input';
import { type ReadProgress, streamExport } from './read-export';
import { isJqlIssue, type Survey } from './survey-export';

export type IssueVerdict = { readonly issue: string; readonly cycles: readonly Cycle[] };
export type IssueTimes = { readonly issue: string } & TimeInStatus;
type Note = (note: InputNote) => void;

/** Judges every incident of an export, one at a time. */
export async function* verdictsOf(
  path: string,
  survey: Survey,
  rules: { policy: CompiledPolicy; select: CompiledJql; at: number },
  hooks: { note: Note; progress: ReadProgress },
): AsyncGenerator<IssueVerdict> {
  const at = instant(rules.at);
  for await (const history of incidentsOf(path, survey, rules, hooks)) {
    yield { issue: history.key, cycles: judgeIncident(history, rules.policy, at) };
  }
}

/** The histories of the incidents of an export that were there at the time of the audit. */
export async function* incidentsOf(
  path: string,
  survey: Survey,
  rules: { select: CompiledJql; at: number },
  hooks: { note: Note; progress: ReadProgress },
): AsyncGenerator<IncidentHistory> {
  const { at } = rules;
  const noteOddFields = fieldNoter(hooks.note);
  for await (const issue of issuesOf(path, hooks.progress)) {
    if (!isSelected(issue, rules.select, hooks.note)) continue;
    const { history, notes } = parseIssueHistory(issue, survey.statuses);
    notes.forEach(hooks.note);
    if (history === null) continue;
    linksOutside(issue, survey.present).forEach(hooks.note);
    noteOddFields(issue);
    if (history.created > at) {
      const what = 'was created after the time of the audit';
      hooks.note({ issue: history.key, what, done: 'left out' });
      continue;
    }
    yield history;
  }
}

/** What no query can look at is taken as an incident, so that its own notes are said. */
function isSelected(issue: unknown, select: CompiledJql, note: Note): boolean {
  if (!isJqlIssue(issue)) return true;
  try {
    return select.matches(issue);
  } catch (error) {
    const what = `the query of the policy fails on it (${(error as Error).message})`;
    note({ issue: issue.key, what, done: 'taken as an incident' });
    return true;
  }
}

/** Time in status and first response of every issue of an export. */
export async function* timesOf(
  path: string,
  survey: Survey,
  hooks: { note: Note; progress: ReadProgress },
): AsyncGenerator<IssueTimes> {
  for await (const issue of issuesOf(path, hooks.progress)) {
    const { history, notes } = parseIssueHistory(issue, survey.statuses);
    notes.forEach(hooks.note);
    if (history !== null) yield { issue: history.key, ...timeInStatus(history) };
  }
}

async function* issuesOf(path: string, progress: ReadProgress): AsyncGenerator<unknown> {
  for await (const entry of streamExport(path, progress)) {
    if (entry.kind === 'issue') yield entry.issue;
  }
}
