/**
 * The shapes of issue-schema.ts once more, written out by hand: a schema library walks a
 * description of the shape, which costs fifty times what reading these few members does, and
 * histories are read by the hundred thousand. A yes here is a yes of the schema; where these say
 * no, the schema is asked, so that it alone decides what is refused and what is said about it.
 */

type Loose = { readonly [member: string]: unknown };

/** The envelope: everything the clocks need around changelog and comments. */
export function looksLikeIssue(value: unknown): boolean {
  if (!isObject(value) || !isId(value.id) || typeof value.key !== 'string') return false;
  const { fields, changelog } = value;
  return (
    isObject(fields) &&
    isTime(fields.created) &&
    isNamed(fields.status) &&
    isNamed(fields.issuetype) &&
    (fields.priority == null || isNamed(fields.priority)) &&
    (fields.resolution == null || isNamed(fields.resolution)) &&
    (fields.resolutiondate == null || isTime(fields.resolutiondate)) &&
    isPerson(fields.reporter) &&
    isPerson(fields.assignee) &&
    isText(fields.duedate) &&
    (fields.project == null || isProject(fields.project)) &&
    isList(fields.comment, 'comments') &&
    isList(changelog, 'histories')
  );
}

/** Has it the shape of a record of the changelog? No says only that the schema has to be asked. */
export function looksLikeHistory(value: unknown): boolean {
  return (
    isObject(value) &&
    isId(value.id) &&
    isAuthor(value.author) &&
    isTime(value.created) &&
    Array.isArray(value.items)
  );
}

/** Has it the shape of a comment? No says only that the schema has to be asked. */
export function looksLikeComment(value: unknown): boolean {
  return (
    isObject(value) &&
    isId(value.id) &&
    isAuthor(value.author) &&
    isTime(value.created) &&
    (value.jsdPublic === undefined || typeof value.jsdPublic === 'boolean')
  );
}

/** Has it the shape of one change within a record? No says only that the schema has to be asked. */
export function looksLikeItem(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.field === 'string' &&
    (value.fieldId === undefined || typeof value.fieldId === 'string') &&
    isText(value.fieldtype) &&
    isText(value.from) &&
    isText(value.fromString) &&
    isText(value.to)
  );
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null;
}

function isId(value: unknown): boolean {
  return typeof value === 'string' || isNumber(value);
}

/** Not yet: whether it can be read as a time is `parseJiraTime`'s to say. */
function isTime(value: unknown): boolean {
  return typeof value === 'string' || isNumber(value);
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && !Number.isNaN(value);
}

function isText(value: unknown): boolean {
  return value == null || typeof value === 'string';
}

function isNamed(value: unknown): boolean {
  return isObject(value) && isId(value.id) && typeof value.name === 'string';
}

function isProject(value: unknown): boolean {
  return isObject(value) && isId(value.id) && typeof value.key === 'string';
}

function isPerson(value: unknown): boolean {
  return value == null || (isObject(value) && isText(value.accountId));
}

function isAuthor(value: unknown): boolean {
  return value == null || (isObject(value) && isText(value.accountId) && isText(value.accountType));
}

function isList(value: unknown, of: 'comments' | 'histories'): boolean {
  if (value == null) return true;
  if (!isObject(value)) return false;
  const list = of === 'comments' ? value.comments : value.histories;
  return Array.isArray(list) && (value.total === undefined || isNumber(value.total));
}
