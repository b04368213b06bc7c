import type { Operand } from '@atlaskit/jql-ast';
import { dateFunction, dateLiteral } from './dates';
import type { QueryField } from './query-field';
import { JqlError, type JqlIssue, type JqlValue, type JqlWorld } from './world';

/** EMPTY and NULL of a query. */
export const empty = Symbol('EMPTY');

/** What an operand means for a field: a text to compare, an instant, or EMPTY. */
export type Sought = string | number | typeof empty;

/** The values of an operand: lists flattened, functions called, unknown names refused. */
export function soughtValues(world: JqlWorld, field: QueryField, operand: Operand): Sought[] {
  switch (operand.operandType) {
    case 'list':
      return operand.values.flatMap((value) => soughtValues(world, field, value));
    case 'keyword':
      return [empty];
    case 'function':
      return functionValues(
        world,
        field,
        operand.function.value,
        operand.arguments.map((argument) => argument.value),
      );
    case 'value':
      return [literalValue(world, field, operand.value)];
  }
}

function functionValues(
  world: JqlWorld,
  field: QueryField,
  name: string,
  args: readonly string[],
): Sought[] {
  const lower = name.toLowerCase();
  if (lower === 'currentuser') return [world.currentUser ?? empty];
  if (lower === 'linkedissues') return linkedIssues(world, args);
  const at = dateFunction(name, args[0], world);
  if (at === undefined) {
    throw new JqlError(`Unable to find JQL function '${name}(${args.join(', ')})'.`);
  }
  if (field.kind !== 'date' && field.kind !== 'datetime') {
    throw new JqlError(`The function '${name}' cannot be used with the field '${field.name}'.`);
  }
  return [at];
}

/** linkedIssues(KEY[, "is blocked by"]): the keys at the other ends of the issue's links. */
function linkedIssues(world: JqlWorld, [key = '', relation]: readonly string[]): Sought[] {
  const issue = world.issueByKey(key);
  if (!issue) throw new JqlError(`Issue '${key}' could not be found in function 'linkedIssues'.`);
  return linkEndsOf(issue).flatMap((link) => {
    const { other, text } = endOf(link);
    const fits = relation === undefined || text.toLowerCase() === relation.toLowerCase();
    return other && fits ? [other.key] : [];
  });
}

export interface LinkEnd {
  type?: { id?: string; name?: string; inward?: string; outward?: string };
  inwardIssue?: { key: string };
  outwardIssue?: { key: string };
}

const linkEndsOf = (issue: JqlIssue): readonly LinkEnd[] =>
  (issue.fields.issuelinks ?? []) as LinkEnd[];

/** The other end of a link, and what the link says in its direction: `blocks`, `is blocked by`. */
export function endOf(link: LinkEnd): { other: { key: string } | undefined; text: string } {
  return link.outwardIssue
    ? { other: link.outwardIssue, text: link.type?.outward ?? '' }
    : { other: link.inwardIssue, text: link.type?.inward ?? '' };
}

function literalValue(world: JqlWorld, field: QueryField, text: string): Sought {
  switch (field.kind) {
    case 'date':
    case 'datetime':
      return dateLiteral(field.name, text, world);
    case 'issue':
      return knownIssue(world, field, text);
    case 'linkType':
      return knownLinkType(world, text);
    case 'number':
      return soughtNumber(field, text);
    case 'named':
    case 'user':
      return knownName(field, text);
    default:
      return text;
  }
}

function soughtNumber(field: QueryField, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new JqlError(`The value '${text}' for the field '${field.name}' is not a number.`);
}

/** Jira reads `resolution = Unresolved` as EMPTY. */
function knownName(field: QueryField, text: string): Sought {
  if (field.history === 'resolution' && text.toLowerCase() === 'unresolved') return empty;
  if (!field.known || field.known.some((value) => isNamed(value, text))) return text;
  throw unknownValue(field.name, text);
}

function knownIssue(world: JqlWorld, field: QueryField, text: string): string {
  const issue = world.issueByKey(text);
  if (issue) return issue.key;
  throw new JqlError(`An issue with key '${text}' does not exist for field '${field.name}'.`);
}

function knownLinkType(world: JqlWorld, text: string): string {
  const lower = text.toLowerCase();
  const known = world.linkTypes.some(({ name, inward, outward }) =>
    [name, inward, outward].some((word) => word.toLowerCase() === lower),
  );
  if (known) return text;
  throw unknownValue('issueLinkType', text);
}

/** Names, ids and keys are all accepted; case does not matter. */
export function isNamed(value: Partial<JqlValue>, text: string): boolean {
  const lower = text.toLowerCase();
  return (
    value.id === text || value.name?.toLowerCase() === lower || value.key?.toLowerCase() === lower
  );
}

const unknownValue = (field: string, text: string): JqlError =>
  new JqlError(`The value '${text}' does not exist for the field '${field}'.`);
