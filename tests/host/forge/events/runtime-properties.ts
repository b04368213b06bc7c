import type { FilterNode } from './filter-tree';

/** One `event.runtime.<entity>.properties['<key>']` that a filter reads. */
export type PropertyRead = { entity: string; key: string };

/** Which entity properties a filter reads, so that they can be fetched before it is judged. */
export function propertiesRead(node: FilterNode): PropertyRead[] {
  const own = asPropertyRead(node);
  return own === undefined ? childrenOf(node).flatMap(propertiesRead) : [own];
}

const MODELLED = ['issue', 'project'];
/** "Filtering Jira app events", Forge docs: of all filters of an app together. */
const MOST_PATHS = 5;

/** What Forge, or this host, would refuse about the properties that an app's filters read. */
export function propertyProblems(trees: readonly FilterNode[]): string[] {
  const reads = trees.flatMap(propertiesRead);
  const strangers = reads.filter(({ entity }) => !MODELLED.includes(entity));
  const paths = new Set(trees.flatMap(propertyPaths));
  return [
    ...strangers.map(({ entity }) => `the local host does not model event.runtime.${entity}`),
    ...[...paths]
      .filter((path) => path.split('\n').length < 2)
      .map((path) => `a filter reads the whole property ${path}: only values inside of it can be`),
    ...(paths.size > MOST_PATHS ? [`filters read ${paths.size} property paths, not 5`] : []),
  ];
}

/** The longest paths into properties: entity and key, then each member on a line of its own. */
function propertyPaths(node: FilterNode): string[] {
  const path = pathOf(node);
  const isRead = path?.[0] === 'event' && path[1] === 'runtime' && path[3] === 'properties';
  if (!isRead) return childrenOf(node).flatMap(propertyPaths);
  const [, , entity, , key, ...inside] = path;
  return [[`${entity}.${key}`, ...inside].join('\n')];
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
