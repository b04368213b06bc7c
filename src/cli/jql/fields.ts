import { account, at, type FieldKind, many, type QueryField } from './query-field';
import { systemField } from './system-fields';
import {
  JqlError,
  type JqlField,
  type JqlPropertyAlias,
  type JqlValue,
  type JqlWorld,
} from './world';

/** The field that a query names, or the error that Jira shows for it. */
export function queryField(
  world: JqlWorld,
  name: string,
  property?: { key: string; path: string },
): QueryField {
  if (property) return propertyField(name, property.key, property.path);
  const lower = name.toLowerCase();
  const system = systemField(world, lower);
  if (system) return { name, ...system };
  const custom = customField(world, lower);
  if (custom) return { name, ...custom };
  const alias = world.propertyAliases.find((candidate) => candidate.alias.toLowerCase() === lower);
  if (alias) return aliasField(name, alias);
  throw new JqlError(`Field '${name}' does not exist or you do not have permission to view it.`);
}

function customField(world: JqlWorld, lower: string): Omit<QueryField, 'name'> | undefined {
  const number = /^cf\[(\d+)\]$/.exec(lower)?.[1];
  const id = number === undefined ? lower : `customfield_${number}`;
  const field = world.customFields.find(
    (candidate) => candidate.id === id || candidate.name.toLowerCase() === lower,
  );
  return field && { kind: customKind(field), read: customValues(field), ...knownOptions(field) };
}

function knownOptions(field: JqlField): { known?: readonly JqlValue[] } {
  return field.options === undefined ? {} : { known: field.options };
}

function customKind({ type }: JqlField): FieldKind {
  if (type === 'option') return 'named';
  return type === 'array' || type === 'any' ? 'string' : type;
}

function customValues(field: JqlField): QueryField['read'] {
  if (field.type === 'user') return account(field.id);
  if (field.type !== 'option') return at(field.id);
  return (issue) =>
    at(field.id)(issue).map((option) => {
      const { id, value } = option as { id?: string; value?: string };
      return { id, name: value };
    });
}

function aliasField(name: string, alias: JqlPropertyAlias): QueryField {
  const kind = alias.type === 'date' ? 'datetime' : alias.type;
  return { name, kind, read: propertyReader(alias.propertyKey, alias.path) };
}

/** issue.property[key].path: the type is that of the value found; texts compare as texts. */
function propertyField(name: string, key: string, path: string): QueryField {
  if (!/^(issue|issue\.property)$/i.test(name)) {
    throw new JqlError(`Field '${name}' has no properties that can be searched.`);
  }
  return { name: `issue.property[${key}]${path}`, kind: 'string', read: propertyReader(key, path) };
}

function propertyReader(key: string, path: string): QueryField['read'] {
  const steps = path.split('.').filter(Boolean);
  return (issue) => {
    let value: unknown = issue.properties?.[key];
    for (const step of steps) value = (value as Record<string, unknown> | null | undefined)?.[step];
    return many(value);
  };
}
