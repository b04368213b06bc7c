import type { OrderByField } from '@atlaskit/jql-ast';
import { numberOf } from './compare';
import { queryField } from './fields';
import type { QueryField } from './query-field';
import type { JqlIssue, JqlWorld } from './world';

type Compare = (a: JqlIssue, b: JqlIssue) => number;

/** ORDER BY: fields in turn; issues without a value stand last in ascending order. */
export function compileOrder(world: JqlWorld, fields: readonly OrderByField[]): Compare {
  const compares = fields.map((entry) => {
    const field = queryField(world, entry.field.value);
    const direction = entry.direction && entry.direction.value === 'DESC' ? -1 : 1;
    return (a: JqlIssue, b: JqlIssue) => direction * compareBy(world, field, a, b);
  });
  return (a, b) => {
    for (const compare of compares) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
}

function compareBy(world: JqlWorld, field: QueryField, a: JqlIssue, b: JqlIssue): number {
  const [x] = field.read(a);
  const [y] = field.read(b);
  if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
  if (field.kind === 'issue') return compareKeys(keyOf(x), keyOf(y));
  if (['date', 'datetime', 'number'].includes(field.kind) || field.ordered) {
    return numberOf(world, field, x) - numberOf(world, field, y);
  }
  return nameOf(x).localeCompare(nameOf(y));
}

const keyOf = (value: unknown): string => (value as { key: string }).key;

const nameOf = (value: unknown): string =>
  typeof value === 'object' ? String((value as { name?: unknown }).name) : String(value);

/** NET-9 stands before NET-10. */
function compareKeys(a: string, b: string): number {
  const [projectA = '', numberA] = a.split('-');
  const [projectB = '', numberB] = b.split('-');
  return projectA.localeCompare(projectB) || Number(numberA) - Number(numberB);
}
