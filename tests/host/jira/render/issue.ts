import type { IssueView } from '../search/search-index';
import type { Issue } from '../state/types';
import { type FieldsContext, fieldReaders } from './fields';
import { historyBody, oldestFirst } from './history';
import { self } from './names';

/** Fields that "*navigable" leaves out. */
const notNavigable = new Set(['comment', 'description', 'parent']);

export interface IssueShape {
  /** As the caller asked: names, *all, *navigable, -name. */
  fields: readonly string[];
  properties: readonly string[];
  /** The newest histories to carry; undefined: no changelog. */
  changelogMax?: number;
}

export function issueBody(
  context: FieldsContext,
  view: IssueView,
  shape: IssueShape,
): Record<string, unknown> {
  const { issue } = view;
  const fields = chosenFields(context, view, shape.fields);
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: self(`issue/${issue.id}`),
    key: issue.key,
    ...(shape.fields.length === 0 ? {} : { fields }),
    ...(shape.properties.length === 0
      ? {}
      : { properties: chosenProperties(issue, shape.properties) }),
    ...(shape.changelogMax === undefined
      ? {}
      : { changelog: changelogBody(context, issue, shape.changelogMax) }),
  };
}

function chosenFields(
  context: FieldsContext,
  view: IssueView,
  asked: readonly string[],
): Record<string, unknown> {
  const readers = fieldReaders(context, view);
  const names = new Set<string>();
  for (const name of asked) {
    if (name === '*all') for (const id of Object.keys(readers)) names.add(id);
    else if (name === '*navigable') {
      for (const id of Object.keys(readers)) if (!notNavigable.has(id)) names.add(id);
    } else if (name.startsWith('-')) names.delete(name.slice(1));
    else names.add(fieldId(context, name));
  }
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const read = readers[name];
      return read ? [[name, read()]] : [];
    }),
  );
}

/** Fields may be asked for by name; an unknown one is silently left out, as in Jira. */
function fieldId(context: FieldsContext, name: string): string {
  const { fields } = context.state;
  if (fields.has(name)) return name;
  const lower = name.toLowerCase();
  return [...fields.values()].find((field) => field.name.toLowerCase() === lower)?.id ?? name;
}

function chosenProperties(issue: Issue, asked: readonly string[]): Record<string, unknown> {
  const keys = asked.includes('*all') ? [...issue.properties.keys()] : asked;
  return Object.fromEntries(
    keys.filter((key) => issue.properties.has(key)).map((key) => [key, issue.properties.get(key)]),
  );
}

/** expand=changelog: newest first, the reverse of GET changelog. */
function changelogBody(context: FieldsContext, issue: Issue, max: number): unknown {
  const newest = oldestFirst(issue.histories).reverse().slice(0, max);
  return {
    startAt: 0,
    maxResults: newest.length,
    total: issue.histories.length,
    histories: newest.map((history) => historyBody(context.state, history, context.timeZone)),
  };
}
