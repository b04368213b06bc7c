import { JqlSyntaxError } from '../../jql/jql-tokens';
import { type JqlClause, type JqlNode, type JqlOperand, parseJql } from '../../jql/parse-jql';
import type { NamedRef } from '../judge/history';
import type { IssueState } from '../judge/issue-state';
import { ANSWERABLE, type GoalField, goalField } from './goal-jql-fields';
import { literalOf } from './goal-jql-values';

/** A goal's JQL, ready to be asked of an issue as it was at any instant. */
export type GoalJql = {
  readonly ok: true;
  /** The kinds of change (bits of `CHANGED`) that can alter the answer. */
  readonly mask: number;
  /** Fields that have to be asked of Jira with an issue, by id or name. */
  readonly asks: readonly string[];
  holds(state: IssueState): boolean;
};

type Judge = (state: IssueState) => boolean;
type Found = { readonly problems: string[]; mask: number; readonly asks: Set<string> };

/**
 * Compiles a JQL that says for which issues a goal is meant. The answer is that of the issue's
 * state at the instant that is judged, so whatever only Jira's index of now could answer is refused:
 * functions, `was` and `changed`, texts by `~`, the order of priorities, fields without a past.
 * Names and ids count alike, in any case; `!=` and `not in` never hold of an empty field, as in
 * Jira. Dates are days of `timeZone`.
 *
 * `labels = vip AND priority in (P1, P2)` holds from when the label was set until it was removed.
 */
export function compileGoalJql(
  jql: string,
  timeZone: string,
): GoalJql | { readonly ok: false; readonly problems: readonly string[] } {
  const found: Found = { problems: [], mask: 0, asks: new Set() };
  try {
    const holds = compileNode(parseJql(jql), timeZone, found);
    const { problems, mask, asks } = found;
    return problems.length > 0
      ? { ok: false, problems: [...new Set(problems)] }
      : { ok: true, mask, asks: [...asks], holds };
  } catch (error) {
    if (!(error instanceof JqlSyntaxError)) throw error;
    return { ok: false, problems: [`cannot be read as JQL: ${error.message}`] };
  }
}

function compileNode(node: JqlNode, timeZone: string, found: Found): Judge {
  if (node.kind === 'clause') return compileClause(node, timeZone, found);
  if (node.kind === 'not') {
    const inner = compileNode(node.of, timeZone, found);
    return (state) => !inner(state);
  }
  const judges = node.of.map((each) => compileNode(each, timeZone, found));
  return node.kind === 'and'
    ? (state) => judges.every((judge) => judge(state))
    : (state) => judges.some((judge) => judge(state));
}

const NEVER: Judge = () => false;

function compileClause(clause: JqlClause, timeZone: string, found: Found): Judge {
  const field = goalField(clause.field);
  const refuse = (problem: string): Judge => {
    found.problems.push(problem);
    return NEVER;
  };
  if (field === null) {
    return refuse(`the past of "${clause.field}" is not known; a goal may ask ${ANSWERABLE}`);
  }
  found.mask |= field.mask;
  if (field.asks !== undefined) found.asks.add(field.asks);
  const { operator, operand } = clause;
  if (operand === null) {
    return refuse(`"${operator}" is not answered; a goal asks what "${clause.field}" is`);
  }
  const problem = operatorProblem(clause.field, field, operator);
  if (problem !== null) return refuse(problem);
  const sought: Sought = { values: [], isEmptySought: false };
  for (const each of flat(operand)) take(each, { clause, field, timeZone, refuse }, sought);
  if (isRange(clause)) return ranged(field, operator, sought.values[0] ?? '');
  const anyOf = among(field, sought);
  const isNegative = operator === '!=' || operator === 'not in' || operator === 'is not';
  if (!isNegative) return anyOf;
  return (state) => field.read(state).length > 0 && !anyOf(state);
}

type Sought = { readonly values: string[]; isEmptySought: boolean };

/** Notes one value that is sought, or what is wrong with it. */
function take(
  operand: JqlOperand,
  about: {
    readonly clause: JqlClause;
    readonly field: GoalField;
    readonly timeZone: string;
    readonly refuse: (problem: string) => Judge;
  },
  sought: Sought,
): void {
  const { clause, field, timeZone, refuse } = about;
  if (operand.kind === 'function') {
    refuse(`${operand.name}() is not answered for past moments; write the value itself`);
  } else if (operand.kind === 'empty') {
    sought.isEmptySought = true;
  } else if (operand.kind === 'value') {
    if (field.kind === 'own' && isRange(clause) && Number.isNaN(Number(operand.text))) {
      refuse(`"${clause.operator}" compares numbers here, and "${operand.text}" is none`);
    }
    const isNone =
      clause.field.toLowerCase() === 'resolution' && /^unresolved$/i.test(operand.text);
    if (isNone) sought.isEmptySought = true;
    else {
      const literal = literalOf(clause.field, field.kind, operand.text, timeZone);
      if (literal.ok) sought.values.push(literal.value);
      else refuse(literal.problem);
    }
  }
}

function isRange({ operator }: Pick<JqlClause, 'operator'>): boolean {
  return /^[<>]/.test(operator);
}

function flat(operand: JqlOperand): readonly JqlOperand[] {
  return operand.kind === 'list' ? operand.of.flatMap(flat) : [operand];
}

function operatorProblem(name: string, { kind }: GoalField, operator: string): string | null {
  if (operator.endsWith('~')) {
    return `"~" searches the index of now; compare "${name}" with = or in ( )`;
  }
  const isRanged = isRange({ operator });
  if (kind === 'moment' && !isRanged) return `compare "${name}" with <, <=, > or >=`;
  if (!isRanged || kind === 'moment' || kind === 'date' || kind === 'own') return null;
  return `"${operator}" is not answered for "${name}"; name the values with in ( )`;
}

/** By id or name; dates and moments are texts of equal length, or numbers. */
function among({ read }: GoalField, { values, isEmptySought }: Sought): Judge {
  const names = new Set(values.map((value) => value.toLowerCase()));
  const isSought = ({ id, name }: NamedRef) =>
    names.has(id.toLowerCase()) || names.has(name.toLowerCase());
  return (state) => {
    const held = read(state);
    return held.length === 0 ? isEmptySought : held.some(isSought);
  };
}

function ranged({ kind, read }: GoalField, operator: string, sought: string): Judge {
  const limit = kind === 'date' ? Date.parse(sought) : Number(sought);
  const fits = COMPARISONS[operator] as (a: number, b: number) => boolean;
  return (state) =>
    read(state).some(({ name }) => {
      const value = kind === 'date' ? Date.parse(name) : Number(name);
      return !Number.isNaN(value) && fits(value, limit);
    });
}

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
