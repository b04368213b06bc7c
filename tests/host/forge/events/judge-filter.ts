import type { FilterNode } from './filter-tree';

/** Names in reach of an expression: `event`, and the parameters of some() and every(). */
export type Scope = Record<string, unknown>;

/**
 * Computes a filter expression. A missing member is null, a member of null throws (Jira
 * expressions fail there too); what a failure means is the trigger's `onError`.
 */
export function judgeFilter(node: FilterNode, scope: Scope): unknown {
  switch (node.kind) {
    case 'value':
      return node.value;
    case 'name':
      if (!(node.name in scope)) throw new Error(`no such variable in a filter: ${node.name}`);
      return scope[node.name];
    case 'list':
      return node.items.map((item) => judgeFilter(item, scope));
    case 'not':
      return !truth(node.of, scope);
    case 'both':
      return truth(node.left, scope) && truth(node.right, scope);
    case 'either':
      return truth(node.left, scope) || truth(node.right, scope);
    case 'compare':
      return compare(node.operator, judgeFilter(node.left, scope), judgeFilter(node.right, scope));
    case 'member':
      return memberOf(judgeFilter(node.of, scope), node.key);
    case 'includes':
      return listOf(node.of, scope).includes(judgeFilter(node.item, scope));
    case 'some':
      return listOf(node.of, scope).some((item) =>
        truth(node.test, { ...scope, [node.name]: item }),
      );
    case 'every':
      return listOf(node.of, scope).every((item) =>
        truth(node.test, { ...scope, [node.name]: item }),
      );
  }
}

function truth(node: FilterNode, scope: Scope): boolean {
  const value = judgeFilter(node, scope);
  if (typeof value !== 'boolean') throw new Error('a filter needs true or false here');
  return value;
}

function listOf(node: FilterNode, scope: Scope): unknown[] {
  const value = judgeFilter(node, scope);
  if (!Array.isArray(value)) throw new Error('a filter needs a list here');
  return value;
}

function memberOf(owner: unknown, key: string | number): unknown {
  if (owner === null || owner === undefined) throw new Error(`a filter reads .${key} of null`);
  return (owner as Record<string | number, unknown>)[key] ?? null;
}

function compare(operator: string, left: unknown, right: unknown): boolean {
  if (operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  const [a, b] = [left as number, right as number];
  if (typeof left !== typeof right) throw new Error('a filter compares different types');
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}
