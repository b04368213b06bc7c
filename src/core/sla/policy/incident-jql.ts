/**
 * The JQL that selects a client's incidents: what the client project says and what the policy's
 * `select` says, both. Order clauses are dropped, because the result is put into other queries.
 *
 * incidentJql('project = SUP order by created', 'type = Incident') is
 * '(project = SUP) AND (type = Incident)'.
 */
export function incidentJql(incidentsJql: string, select: string): string {
  return bothOf(incidentsJql, select);
}

/**
 * The issues that both queries select; an empty query asks for nothing.
 *
 * bothOf('project = SUP', '') is '(project = SUP)'.
 */
export function bothOf(jql: string, other: string): string {
  const parts = [withoutOrder(jql), withoutOrder(other)].filter((part) => part !== '');
  return parts.map((part) => `(${part})`).join(' AND ');
}

/**
 * The issues that one of the queries selects, or both; an empty query selects all.
 *
 * eitherOf('project = SUP', 'labels = ACME') is '(project = SUP) OR (labels = ACME)'.
 */
export function eitherOf(jql: string, other: string): string {
  const parts = [...new Set([jql, other].map(withoutOrder))];
  if (parts.includes('')) return '';
  return parts.length === 1 ? (parts[0] ?? '') : parts.map((part) => `(${part})`).join(' OR ');
}

/** Jira project of an issue, as an event names it. */
export type ProjectRef = { readonly id: string; readonly key: string; readonly name: string };

/**
 * Could this JQL select an issue of that project? False only when that is plain from the text: one
 * clause `project = X` or `project in (X, Y)` that all others are joined to by AND, and the project
 * is none of them. In doubt true, and Jira is asked.
 *
 * maySelect('project in (SUP, NET) AND type = Incident', virtualisation) is false.
 */
export function maySelect(jql: string, project: ProjectRef): boolean {
  const bare = withoutQuoted(jql).replace(EVERY_PROJECT, (clause) => '_'.repeat(clause.length));
  if (/\b(or|not)\b|!/i.test(bare)) return true;
  const clause = /\bproject\s*(?:=|in\b)\s*/i.exec(bare);
  if (clause === null) return true;
  const values = valuesAt(jql, clause.index + clause[0].length);
  if (values === null) return true;
  const names = [project.id, project.key, project.name].map((name) => name.toLowerCase());
  return values.some((value) => names.includes(value.toLowerCase()));
}

/** How a policy says that it is for any project: Jira wants every JQL bounded. */
const EVERY_PROJECT = /\bproject\s+is\s+not\s+empty\b/gi;

/** The value or the list of values at that place; null for a function, whose values Jira knows. */
function valuesAt(jql: string, at: number): string[] | null {
  const list = /^(?:\(([^()]*)\)|("[^"]*"|'[^']*'|[^\s()]+))(\s*\()?/.exec(jql.slice(at));
  if (list === null || list[3] !== undefined) return null;
  const text = list[1] ?? list[2] ?? '';
  const values = text.match(/"[^"]*"|'[^']*'|[^\s,]+/g) ?? [];
  return values.map((value) => value.replace(/^(["'])(.*)\1$/, '$2'));
}

function withoutOrder(jql: string): string {
  const order = withoutQuoted(jql).search(/\border\s+by\b/i);
  return (order < 0 ? jql : jql.slice(0, order)).trim();
}

/** Quoted text replaced by as many underscores, so that places stay and words in it are no words. */
function withoutQuoted(jql: string): string {
  return jql.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, (quoted) => '_'.repeat(quoted.length));
}
