import { dateLiteral, instantOf } from './dates';
import { endOf, isNamed, type LinkEnd, type Sought } from './operands';
import type { QueryField } from './query-field';
import type { JqlValue, JqlWorld } from './world';

/** Is this one value of the field the one that the query means? */
export function isSame(
  world: JqlWorld,
  field: QueryField,
  value: unknown,
  sought: Sought,
): boolean {
  if (typeof sought === 'symbol') return false;
  switch (field.kind) {
    case 'named':
      return isNamed(namedOf(value), String(sought));
    case 'user':
      return userIs(field, value, String(sought));
    case 'issue':
      return (value as { key?: string }).key === sought;
    case 'linkType':
      return isLinkOf(value as LinkEnd, String(sought));
    case 'date':
    case 'datetime':
    case 'number':
      return numberOf(world, field, value) === sought;
    default:
      return String(value).toLowerCase() === String(sought).toLowerCase();
  }
}

/** Ids of status categories are numbers in REST bodies. */
function namedOf(value: unknown): Partial<JqlValue> {
  const { id, name, key } = value as { id?: unknown; name?: string; key?: string };
  return {
    id: String(id),
    ...(name === undefined ? {} : { name }),
    ...(key === undefined ? {} : { key }),
  };
}

function userIs(field: QueryField, value: unknown, sought: string): boolean {
  const user = field.known?.find((candidate) => candidate.id === value);
  return value === sought || (user !== undefined && isNamed(user, sought));
}

/** A type's name means both ends; its inward or outward text only that end. */
function isLinkOf(link: LinkEnd, sought: string): boolean {
  const lower = sought.toLowerCase();
  return link.type?.name?.toLowerCase() === lower || endOf(link).text.toLowerCase() === lower;
}

/** The value as a number that < and > can compare: instants, numbers, ranks of an ordered list. */
export function numberOf(world: JqlWorld, field: QueryField, value: unknown): number {
  if (field.kind === 'date') return dateLiteral(field.name, String(value), world);
  if (field.kind === 'datetime') {
    return typeof value === 'number' ? value : instantOf(String(value));
  }
  if (field.ordered) {
    const rank = field.known?.findIndex((known) => known.id === namedOf(value).id) ?? -1;
    return -rank;
  }
  return Number(value);
}

/** The sought value on the same scale as numberOf. */
export function soughtNumberOf(field: QueryField, sought: Sought): number {
  if (typeof sought === 'number') return sought;
  if (field.ordered && typeof sought === 'string') {
    return -(field.known?.findIndex((known) => isNamed(known, sought)) ?? -1);
  }
  return Number(sought);
}
