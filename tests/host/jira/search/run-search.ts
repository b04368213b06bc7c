import { compileJql } from '../../../../src/cli/jql/compile-jql';
import { Refusal } from '../endpoint';
import type { Actor } from '../jira-types';
import { maySeeIssue } from '../permissions';
import type { Site } from '../site';
import { jqlWorld, searchDocument } from './jql-world';
import { type IssueView, viewNow } from './search-index';

const unbounded =
  'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.';

const badQuery = (errorMessages: string[]): Refusal =>
  new Refusal(400, { errorMessages, warningMessages: [] });

/**
 * The visible issues that match, in order, as search knows them; `reconcile` names ids that are
 * looked up as they are now. Refuses bad and unbounded queries with 400.
 */
export function runSearch(
  site: Site,
  actor: Actor,
  jql: string,
  reconcile: readonly string[] = [],
): IssueView[] {
  const compiled = compileJql(jql, jqlWorld(site, actor));
  if (!compiled.ok) throw badQuery(compiled.errors);
  if (!compiled.bounded) throw badQuery([unbounded]);
  const { state } = site;
  return knownViews(site, reconcile)
    .filter(({ issue }) => issue.archived === null && maySeeIssue(state, actor, issue))
    .map((view) => ({ view, document: searchDocument(state, view) }))
    .filter(({ document }) => compiled.matches(document))
    .sort((a, b) => compiled.compare(a.document, b.document) || newestFirst(a.view, b.view))
    .map(({ view }) => view);
}

/** Without ORDER BY the issue created last stands first. */
const newestFirst = (a: IssueView, b: IssueView): number => Number(b.issue.id) - Number(a.issue.id);

function knownViews(site: Site, reconcile: readonly string[]): IssueView[] {
  const views = new Map([...site.index.views()].map((view) => [view.issue.id, view]));
  for (const id of reconcile) {
    const issue = site.state.issues.get(id);
    if (issue) views.set(id, viewNow(site.state, issue));
    else views.delete(id);
  }
  return [...views.values()];
}
