/** A REST v3 issue as far as JQL looks at it. */
export interface JqlIssue {
  id: string;
  key: string;
  fields: Readonly<Record<string, unknown>>;
  changelog?: { histories: readonly JqlHistory[] };
  properties?: Readonly<Record<string, unknown>>;
}

export interface JqlHistory {
  id: string;
  author?: { accountId?: string } | null;
  /** ISO time, with offset. */
  created: string;
  items: readonly JqlHistoryItem[];
}

export interface JqlHistoryItem {
  field: string;
  fieldId?: string;
  from?: string | null;
  fromString?: string | null;
  to?: string | null;
  toString?: string | null;
}

export interface JqlValue {
  id: string;
  name: string;
  /** Projects are named by their key too. */
  key?: string;
}

export interface JqlField {
  id: string;
  name: string;
  type: 'string' | 'text' | 'option' | 'date' | 'datetime' | 'number' | 'array' | 'user' | 'any';
  /** Values of a select field. */
  options?: readonly JqlValue[];
}

export interface JqlPropertyAlias {
  alias: string;
  propertyKey: string;
  path: string;
  type: 'number' | 'string' | 'text' | 'user' | 'date';
}

export interface JqlLinkType extends JqlValue {
  inward: string;
  outward: string;
}

/** What a query is judged against besides the issue itself. */
export interface JqlWorld {
  /** Epoch milliseconds. */
  now: number;
  /** IANA zone of the person who asks: dates of a query are days of this zone. */
  timeZone: string;
  currentUser?: string;
  projects: readonly JqlValue[];
  statuses: readonly JqlValue[];
  issueTypes: readonly JqlValue[];
  /** Highest first. */
  priorities: readonly JqlValue[];
  resolutions: readonly JqlValue[];
  linkTypes: readonly JqlLinkType[];
  /** Account id and display name. */
  users: readonly JqlValue[];
  customFields: readonly JqlField[];
  propertyAliases: readonly JqlPropertyAlias[];
  issueByKey(key: string): JqlIssue | undefined;
}

export interface CompiledJql {
  ok: true;
  matches(issue: JqlIssue): boolean;
  /** By ORDER BY; 0 when the query names no order. */
  compare(a: JqlIssue, b: JqlIssue): number;
  /** The query holds a restriction: Jira refuses to search without one. */
  bounded: boolean;
}

export interface RefusedJql {
  ok: false;
  errors: string[];
}

/** A query that Jira would refuse, with the text that Jira shows. */
export class JqlError extends Error {}
