import type { FilterNode } from './filter-tree';

/** One `event.runtime.<entity>.properties['<key>']` that a filter reads. */
export type PropertyRead = { entity: string; key: string };

/** Which entity properties a filter reads, so that they can be fetched before it is judged. */
export function propertiesRead(node: FilterNode): PropertyRead[] {
  const own = asPropertyRead(node);
  return own === undefined ? childrenOf(node).flatMap(propertiesRead) : [own];
}

function asPropertyRead(node: FilterNode): PropertyRead | undefined {
  const path = pathOf(node);
  if (path?.length !== 5) return undefined;
  const [event, runtime, entity, properties, key] = path;
  if (event !== 'event' || runtime !== 'runtime' || properties !== 'properties') return undefined;
  return { entity: String(entity), key: String(key) };
}

function pathOf(node: FilterNode): (string | number)[] | undefined {
  if (node.kind === 'name') return [node.name];
  if (node.kind !== 'member') return undefined;
  const start = pathOf(node.of);
  return start === undefined ? undefined : [...start, node.key];
}

function childrenOf(node: FilterNode): FilterNode[] {
  switch (node.kind) {
    case 'value':
    case 'name':
      return [];
    case 'list':
      return node.items;
    case 'not':
    case 'member':
      return [node.of];
    case 'includes':
      return [node.of, node.item];
    case 'some':
    case 'every':
      return [node.of, node.test];
    default:
      return [node.left, node.right];
  }
}
