/** What Forge's key-value store refuses. ("Key-Value Store" and "Storage limits", Forge docs.) */
export class KvsRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const MAX_KEY = 500;
const MAX_VALUE_BYTES = 240 * 1024;
const MAX_DEPTH = 31;
const MAX_ITEMS = 25;
const MAX_REQUEST_BYTES = 4 * 1024 * 1024;
const MAX_PAGE = 100;

export function checkKey(key: unknown): string {
  if (typeof key !== 'string' || key.length > MAX_KEY || !KEY.test(key)) {
    throw new KvsRefusal(400, 'INVALID_KEY', `not a valid key: ${String(key).slice(0, 80)}`);
  }
  return key;
}

/** Answers the value as JSON. */
export function checkValue(value: unknown): string {
  const json = JSON.stringify(value);
  if (json === undefined) throw new KvsRefusal(400, 'INVALID_VALUE', 'a value must be JSON');
  if (Buffer.byteLength(json) > MAX_VALUE_BYTES) {
    throw new KvsRefusal(413, 'VALUE_TOO_LARGE', 'a value must not exceed 240 KiB');
  }
  if (depthOf(value) > MAX_DEPTH) {
    throw new KvsRefusal(400, 'MAX_DEPTH', `a value must not be deeper than ${MAX_DEPTH} levels`);
  }
  return json;
}

/** Batches and transactions: at most 25 operations, each key once, 4 MB. */
export function checkOperations(
  operations: readonly { key: string; entityName?: string }[],
  body: string,
): void {
  if (operations.length === 0 || operations.length > MAX_ITEMS) {
    throw new KvsRefusal(400, 'INVALID_REQUEST', `1 to ${MAX_ITEMS} operations are allowed`);
  }
  const keys = new Set(operations.map(({ key, entityName }) => `${entityName ?? ''}/${key}`));
  if (keys.size < operations.length) {
    throw new KvsRefusal(400, 'DUPLICATE_KEY', 'a key may occur only once in a request');
  }
  if (Buffer.byteLength(body) > MAX_REQUEST_BYTES) {
    throw new KvsRefusal(413, 'PAYLOAD_TOO_LARGE', 'a request must not exceed 4 MB');
  }
}

export function checkPageSize(limit = 10): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) {
    throw new KvsRefusal(400, 'INVALID_LIMIT', `limit must be 1 to ${MAX_PAGE}`);
  }
  return limit;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
