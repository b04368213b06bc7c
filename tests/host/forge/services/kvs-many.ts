import { type Conditions, meetsAll } from './kvs-conditions';
import { checkKey, checkOperations, checkValue, KvsRefusal } from './kvs-limits';
import { spaceOf } from './kvs-spaces';
import type { KvsStore, SetOptions } from './kvs-store';
import type { ServiceReply } from './service';

type Operation = {
  key: string;
  entityName?: string;
  value?: unknown;
  options?: SetOptions;
  conditions?: Conditions;
};

type Transaction = { set?: Operation[]; delete?: Operation[]; check?: Operation[] };

/** Each item on its own: some may fail while others succeed. */
export function batchSet(store: KvsStore, request: unknown, body: string): ServiceReply {
  return each(request, body, (item) => {
    store.set(spaceOf('', item), item.key, item.value, item.options);
    return undefined;
  });
}

export function batchDelete(store: KvsStore, request: unknown, body: string): ServiceReply {
  return each(request, body, (item) => {
    if (store.get(spaceOf('', item), item.key) !== undefined)
      store.delete(spaceOf('', item), item.key);
    return undefined;
  });
}

export function batchGet(store: KvsStore, request: unknown, body: string): ServiceReply {
  return each(request, body, (item) => {
    const entry = store.get(spaceOf('', item), item.key);
    if (entry === undefined) throw new KvsRefusal(404, 'KEY_NOT_FOUND', `no such key: ${item.key}`);
    return { value: entry.value };
  });
}

function each(
  request: unknown,
  body: string,
  act: (item: Operation) => object | undefined,
): ServiceReply {
  const items = request as Operation[];
  checkOperations(items, body);
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  for (const item of items) {
    const names = {
      key: item.key,
      ...(item.entityName === undefined ? {} : { entityName: item.entityName }),
    };
    try {
      successfulKeys.push({ ...names, ...act(item) });
    } catch (error) {
      if (!(error instanceof KvsRefusal)) throw error;
      failedKeys.push({ ...names, error: { code: error.code, message: error.message } });
    }
  }
  return { status: 200, body: { successfulKeys, failedKeys } };
}

/** All or nothing: every check and condition is judged before anything is written. */
export function transact(store: KvsStore, request: unknown, body: string): ServiceReply {
  const { set = [], delete: remove = [], check = [] } = request as Transaction;
  const operations = [...set, ...remove, ...check];
  checkOperations(operations, body);
  for (const operation of operations) judge(store, operation);
  for (const { value } of set) checkValue(value);
  for (const one of set) store.set(spaceOf('', one), one.key, one.value, one.options);
  for (const one of remove) {
    if (store.get(spaceOf('', one), one.key) !== undefined) store.delete(spaceOf('', one), one.key);
  }
  return { status: 204 };
}

function judge(store: KvsStore, operation: Operation): void {
  checkKey(operation.key);
  const entry = store.get(spaceOf('', operation), operation.key);
  if (entry !== undefined && operation.options?.keyPolicy === 'FAIL_IF_EXISTS') {
    throw new KvsRefusal(409, 'KEY_CONFLICT', `the key exists: ${operation.key}`);
  }
  if (operation.conditions !== undefined && !meetsAll(entry?.value ?? {}, operation.conditions)) {
    throw new KvsRefusal(
      400,
      'CONDITIONAL_CHECK_FAILED',
      `the condition fails for ${operation.key}`,
    );
  }
}
