import { JastBuilder, type Query } from '@atlaskit/jql-ast';
import { compileClause } from './clause';
import { compileOrder } from './order';
import { textMatcher, textOf } from './text';
import { type CompiledJql, JqlError, type JqlWorld, type RefusedJql } from './world';

/**
 * Reads a JQL query against a world: which issues match and in which order. A query that Jira would
 * refuse (syntax, unknown field, value, function or operator) is a list of errors, never "no
 * issues".
 *
 * `status = Open ORDER BY created DESC` on two open issues of Monday and Tuesday: both match,
 * Tuesday's first.
 */
export function compileJql(jql: string, world: JqlWorld): CompiledJql | RefusedJql {
  const { query, errors } = new JastBuilder().build(jql);
  if (errors.length > 0 || !query) {
    return isBareWords(jql) ? textSearch(jql) : { ok: false, errors: errors.map(syntaxError) };
  }
  try {
    return compileQuery(query, world);
  } catch (error) {
    if (error instanceof JqlError) return { ok: false, errors: [error.message] };
    throw error;
  }
}

function compileQuery(query: Query, world: JqlWorld): CompiledJql {
  const { where, orderBy } = query;
  return {
    ok: true,
    matches: where ? compileClause(world, where) : () => true,
    compare: orderBy ? compileOrder(world, orderBy.fields) : () => 0,
    bounded: Boolean(where),
  };
}

const syntaxError = (error: { message: string }): string =>
  `Error in the JQL Query: ${error.message}.`;

/** Jira Cloud takes words without any operator for a text search. */
function isBareWords(jql: string): boolean {
  const trimmed = jql.trim();
  return (
    /^[\p{L}\p{N}]+(\s+[\p{L}\p{N}]+)+$/u.test(trimmed) &&
    !/\b(and|or|in|was|changed|order|empty|null)\b/i.test(trimmed)
  );
}

function textSearch(words: string): CompiledJql {
  const matches = textMatcher(words);
  return {
    ok: true,
    matches: ({ fields }) => matches(`${String(fields.summary)} ${textOf(fields.description)}`),
    compare: () => 0,
    bounded: true,
  };
}
