import type { StorageEntity } from '../manifest/app-manifest';
import { type Condition, type Conditions, meetsAll, meetsOne } from './kvs-conditions';
import { checkPageSize, KvsRefusal } from './kvs-limits';
import type { KvsEntry } from './kvs-store';

export type KeyQuery = {
  limit?: number;
  after?: string;
  where?: { property: string; condition: string; values: unknown[] }[];
};

export type EntityQuery = {
  entityName: string;
  indexName: string;
  partition?: unknown[];
  range?: Condition;
  filters?: Conditions;
  sort?: 'ASC' | 'DESC';
  cursor?: string;
  limit?: number;
};

export type Page = { data: KvsEntry[]; cursor?: string };

/** Entries by key, optionally those whose key begins with a prefix. */
export function queryKeys(entries: KvsEntry[], query: KeyQuery): Page {
  const found = entries.filter(({ key }) => (query.where ?? []).every((one) => meetsOne(key, one)));
  return page(found, query.after, checkPageSize(query.limit));
}

/** Every entity has this index without declaring it. ("Querying the Custom Entity Store".) */
const BY_KEY = { name: 'by-key', partition: [], range: [] };

/** Entities of an index: its partition must match wholly, its range orders the answer. */
export function queryEntities(
  entries: KvsEntry[],
  entity: StorageEntity,
  query: EntityQuery,
): Page {
  const index = [...entity.indexes, BY_KEY].find(({ name }) => name === query.indexName);
  if (index === undefined) {
    throw new KvsRefusal(400, 'INVALID_INDEX', `no such index: ${query.indexName}`);
  }
  const rangeName = index.range[0];
  const rangeOf = ({ key, value }: KvsEntry): unknown =>
    rangeName === undefined ? key : (value as Record<string, unknown>)[rangeName];
  const found = entries
    .filter(({ value }) =>
      index.partition.every(
        (name, at) => (value as Record<string, unknown>)[name] === query.partition?.[at],
      ),
    )
    .filter((entry) => query.range === undefined || meetsOne(rangeOf(entry), query.range))
    .filter(({ value }) => meetsAll(value, query.filters))
    .sort((a, b) => order(rangeOf(a), rangeOf(b)));
  if (query.sort === 'DESC') found.reverse();
  return page(found, query.cursor, checkPageSize(query.limit));
}

function order(a: unknown, b: unknown): number {
  if (a === b) return 0;
  return (a as never) < (b as never) ? -1 : 1;
}

/** Cursors are opaque to the app: here the last key of the page before. */
function page(found: KvsEntry[], after: string | undefined, limit: number): Page {
  const start = after === undefined ? 0 : found.findIndex(({ key }) => key === decode(after)) + 1;
  const data = found.slice(start, start + limit);
  const last = data.at(-1);
  const more = start + limit < found.length;
  return more && last !== undefined ? { data, cursor: encode(last.key) } : { data };
}

function encode(key: string): string {
  return Buffer.from(key).toString('base64url');
}

function decode(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString();
}
