import { KvsRefusal } from './kvs-limits';

export type Condition = { condition: string; values: unknown[] };
export type PropertyCondition = Condition & { property: string };
export type Conditions = { and?: PropertyCondition[]; or?: PropertyCondition[] };

/** Does an entity's value meet a filter? Absent filters are met. */
export function meetsAll(value: unknown, conditions: Conditions | undefined): boolean {
  const meets = (one: PropertyCondition): boolean =>
    meetsOne((value as Record<string, unknown>)[one.property], one);
  const all = conditions?.and?.every(meets) ?? true;
  return all && (conditions?.or === undefined || conditions.or.some(meets));
}

export function meetsOne(actual: unknown, { condition, values }: Condition): boolean {
  const [first, second] = values as [never, never];
  const given = actual as never;
  switch (condition) {
    case 'EQUAL_TO':
      return actual === first;
    case 'NOT_EQUAL_TO':
      return actual !== first;
    case 'EXISTS':
      return actual !== undefined;
    case 'NOT_EXISTS':
      return actual === undefined;
    case 'BEGINS_WITH':
      return typeof actual === 'string' && actual.startsWith(first);
    case 'CONTAINS':
      return typeof actual === 'string' && actual.includes(first);
    case 'NOT_CONTAINS':
      return typeof actual === 'string' && !actual.includes(first);
    case 'GREATER_THAN':
      return given > first;
    case 'GREATER_THAN_EQUAL_TO':
      return given >= first;
    case 'LESS_THAN':
      return given < first;
    case 'LESS_THAN_EQUAL_TO':
      return given <= first;
    case 'BETWEEN':
      return given >= first && given <= second;
    default:
      throw new KvsRefusal(400, 'INVALID_CONDITION', `no such condition: ${condition}`);
  }
}
