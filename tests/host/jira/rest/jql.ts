import { JastBuilder } from '@atlaskit/jql-ast';
import { compileJql } from '../../../../src/cli/jql/compile-jql';
import { bodyList } from '../call-values';
import { type Call, type Endpoint, refuse } from '../endpoint';
import { maySeeIssue } from '../permissions';
import { jqlWorld, searchDocument } from '../search/jql-world';

export const jqlEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/rest/api/3/jql/match',
    body: ['jqls', 'issueIds'],
    answer: matchIssues,
  },
  {
    method: 'POST',
    path: '/rest/api/3/jql/parse',
    query: ['validation'],
    body: ['queries'],
    answer: parseQueries,
  },
];

/** Which of the issues match which query; search's knowledge, so it lags. */
function matchIssues(call: Call) {
  const { site, actor } = call;
  const views = bodyList(call, 'issueIds')
    .flatMap((id) => site.index.view(id) ?? [])
    .filter((view) => maySeeIssue(site.state, actor, view.issue));
  const world = jqlWorld(site, actor);
  const matches = bodyList(call, 'jqls').map((jql) => {
    const compiled = compileJql(jql, world);
    // An unknown value matches nothing here; only what cannot be read is an error.
    if (!compiled.ok) return { matchedIssues: [], errors: syntaxErrors(jql) };
    const matched = views.filter((view) => compiled.matches(searchDocument(site.state, view)));
    return { matchedIssues: matched.map(({ issue }) => Number(issue.id)), errors: [] };
  });
  return { status: 200, points: 1 + views.length, body: { matches } };
}

const syntaxErrors = (jql: string): string[] =>
  new JastBuilder().build(jql).errors.map((error) => error.message);

/** `structure` is left out: nothing here reads it. */
function parseQueries(call: Call) {
  const validation = call.query.get('validation') ?? '';
  if (!['strict', 'warn', 'none'].includes(validation)) {
    throw refuse(400, 'validation must be one of strict, warn, none.');
  }
  const world = jqlWorld(call.site, call.actor);
  const queries = bodyList(call, 'queries').map((query) => {
    const compiled = validation === 'none' ? undefined : compileJql(query, world);
    const errors =
      validation === 'none' ? syntaxErrors(query) : compiled?.ok === false ? compiled.errors : [];
    if (errors.length === 0) return { query };
    return validation === 'warn' ? { query, warnings: errors } : { query, errors };
  });
  return { status: 200, body: { queries } };
}
