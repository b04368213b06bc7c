import type { JqlIssue, JqlValue } from './world';

export type FieldKind =
  | 'named'
  | 'user'
  | 'text'
  | 'string'
  | 'date'
  | 'datetime'
  | 'number'
  | 'issue'
  | 'linkType';

/** A field of a query: how to read it from an issue and what may be said about it. */
export interface QueryField {
  name: string;
  kind: FieldKind;
  /** [] is EMPTY. Named values as {id, name}, users as account ids, times as texts. */
  read(issue: JqlIssue): readonly unknown[];
  /** Values outside this list are refused, as Jira refuses them. */
  known?: readonly JqlValue[];
  /** `known` is ordered, highest first: < and > are allowed. */
  ordered?: true;
  /** The name of the field in changelogs: was and changed are allowed. */
  history?: string;
}

/** One value of a field, or none. */
export const some = (value: unknown): readonly unknown[] =>
  value === null || value === undefined || value === '' ? [] : [value];

/** The values of a field that may be a list. */
export const many = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : some(value);

/** Reads a field as it stands in the issue. */
export const at =
  (field: string) =>
  (issue: JqlIssue): readonly unknown[] =>
    many(issue.fields[field]);

/** Reads the account id out of a field of a person. */
export const account =
  (field: string) =>
  (issue: JqlIssue): readonly unknown[] =>
    some((issue.fields[field] as { accountId?: string } | null | undefined)?.accountId);
