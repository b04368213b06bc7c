/** A filter expression, read. */
export type FilterNode =
  | { kind: 'value'; value: string | number | boolean | null }
  | { kind: 'name'; name: string }
  | { kind: 'list'; items: FilterNode[] }
  | { kind: 'not'; of: FilterNode }
  | { kind: 'both' | 'either'; left: FilterNode; right: FilterNode }
  | { kind: 'compare'; operator: string; left: FilterNode; right: FilterNode }
  | { kind: 'member'; of: FilterNode; key: string | number }
  | { kind: 'includes'; of: FilterNode; item: FilterNode }
  | { kind: 'some' | 'every'; of: FilterNode; name: string; test: FilterNode };
