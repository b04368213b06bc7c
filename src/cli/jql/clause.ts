import type { Clause, TerminalClause } from '@atlaskit/jql-ast';
import { isSame, numberOf, soughtNumberOf } from './compare';
import { queryField } from './fields';
import { changedClause, wasClause } from './history-clause';
import { empty, type Sought, soughtValues } from './operands';
import type { QueryField } from './query-field';
import { textMatcher } from './text';
import { JqlError, type JqlIssue, type JqlWorld } from './world';

export type Judge = (issue: JqlIssue) => boolean;

/**
 * Prepares a clause of a query. Throws JqlError for what Jira would refuse.
 *
 * Example: `NOT (status = Open)` answers true for an issue in Done.
 */
export function compileClause(world: JqlWorld, clause: Clause): Judge {
  if (clause.clauseType === 'not') {
    const inner = compileClause(world, clause.clause);
    return (issue) => !inner(issue);
  }
  if (clause.clauseType === 'terminal') return compileTerminal(world, clause);
  const judges = clause.clauses.map((inner) => compileClause(world, inner));
  return clause.operator.value === 'and'
    ? (issue) => judges.every((judge) => judge(issue))
    : (issue) => judges.some((judge) => judge(issue));
}

function compileTerminal(world: JqlWorld, clause: TerminalClause): Judge {
  const field = fieldOfClause(world, clause);
  const operator = clause.operator?.value;
  if (operator === undefined) throw new JqlError(`The field '${field.name}' needs an operator.`);
  if (operator === 'changed') {
    demandHistory(field, operator);
    return changedClause(world, field, clause.predicates);
  }
  if (!clause.operand) throw new JqlError(`The operator '${operator}' needs a value.`);
  const sought = soughtValues(world, field, clause.operand);
  if (!operator.startsWith('was')) return compare(world, field, operator, sought);
  demandHistory(field, operator);
  const was = wasClause(world, field, sought, clause.predicates);
  return operator.includes('not') ? (issue) => !was(issue) : was;
}

function fieldOfClause(world: JqlWorld, clause: TerminalClause): QueryField {
  const property = clause.field.properties?.[0];
  if (!property) return queryField(world, clause.field.value);
  const key = property.key ? property.key.value : '';
  const path = property.path ? property.path.map((part) => part.value).join('') : '';
  return queryField(world, clause.field.value, { key, path });
}

function demandHistory(field: QueryField, operator: string): void {
  if (field.history) return;
  throw new JqlError(
    `History searches do not support the field '${field.name}' (operator '${operator}').`,
  );
}

function compare(
  world: JqlWorld,
  field: QueryField,
  operator: string,
  sought: readonly Sought[],
): Judge {
  switch (operator) {
    case '=':
    case 'in':
    case 'is':
      return anyOf(world, field, sought);
    case '!=':
    case 'not in':
    case 'is not':
      return noneOf(world, field, sought);
    case '~':
      return containing(field, sought);
    case '!~': {
      const contains = containing(field, sought);
      return (issue) => field.read(issue).length > 0 && !contains(issue);
    }
    default:
      return ranged(world, field, operator, sought[0] ?? empty);
  }
}

function anyOf(world: JqlWorld, field: QueryField, sought: readonly Sought[]): Judge {
  if (field.kind === 'text' && sought.some((value) => value !== empty)) {
    throw notSupported('=', field);
  }
  return (issue) => {
    const values = field.read(issue);
    if (values.length === 0) return sought.includes(empty);
    return values.some((value) => sought.some((one) => isSame(world, field, value, one)));
  };
}

/** `!=` and `not in` never match EMPTY, as Jira documents. */
function noneOf(world: JqlWorld, field: QueryField, sought: readonly Sought[]): Judge {
  const any = anyOf(world, field, sought);
  return (issue) => field.read(issue).length > 0 && !any(issue);
}

function containing(field: QueryField, sought: readonly Sought[]): Judge {
  if (field.kind !== 'text') throw notSupported('~', field);
  const matches = textMatcher(String(sought[0] ?? ''));
  return (issue) => matches(field.read(issue).map(String).join(' \n '));
}

function ranged(world: JqlWorld, field: QueryField, operator: string, sought: Sought): Judge {
  const comparable = ['date', 'datetime', 'number'].includes(field.kind) || field.ordered;
  const inProperty = field.name.startsWith('issue.property');
  if (sought === empty || (!comparable && !inProperty)) throw notSupported(operator, field);
  const limit = soughtNumberOf(field, sought);
  const fits = comparison(operator, field);
  return (issue) => field.read(issue).some((value) => fits(numberOf(world, field, value), limit));
}

function comparison(operator: string, field: QueryField): (a: number, b: number) => boolean {
  switch (operator) {
    case '>':
      return (a, b) => a > b;
    case '>=':
      return (a, b) => a >= b;
    case '<':
      return (a, b) => a < b;
    case '<=':
      return (a, b) => a <= b;
    default:
      throw notSupported(operator, field);
  }
}

const notSupported = (operator: string, field: QueryField): JqlError =>
  new JqlError(`The operator '${operator}' is not supported by the '${field.name}' field.`);
