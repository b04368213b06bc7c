import type { HostClock } from '../../clock';
import type { AppManifest, StorageEntity } from '../manifest/app-manifest';
import { KvsRefusal } from './kvs-limits';
import { batchDelete, batchGet, batchSet, transact } from './kvs-many';
import { type EntityQuery, type KeyQuery, queryEntities, queryKeys } from './kvs-queries';
import { spaceOf } from './kvs-spaces';
import { type KvsEntry, KvsStore, type SetOptions } from './kvs-store';
import { NotModelledByForge, type Service, type ServiceReply } from './service';

type OneKey = {
  key: string;
  entityName?: string;
  value?: unknown;
  options?: SetOptions & { returnValue?: 'PREVIOUS' | 'LATEST' };
};

const WRITES = ['set', 'delete', 'transaction'];

/** Forge's key-value store: plain keys, secrets and the manifest's entities. */
export function createKvsService(clock: HostClock, manifest: AppManifest): Service {
  const store = new KvsStore(clock);
  return ({ target, body, invocation }) => {
    if (!manifest.scopes.includes('storage:app')) return lacksScope();
    const path = target.replace('/api/v1/', '');
    const kind = WRITES.includes(path.split('/').at(-1) ?? '') ? 'writes' : 'reads';
    invocation.record.kvs[kind] += 1;
    try {
      refuseUndeclared(manifest.storageEntities, body);
      return answer(store, manifest.storageEntities, path, body);
    } catch (error) {
      if (!(error instanceof KvsRefusal)) throw error;
      return { status: error.status, body: { code: error.code, message: error.message } };
    }
  };
}

/** An entity that manifest.yml does not declare can be neither read nor written. */
function refuseUndeclared(entities: StorageEntity[], body: string): void {
  const { set = [], delete: remove = [], check = [], ...own } = JSON.parse(body) as Naming;
  for (const { entityName } of [...set, ...remove, ...check, own]) {
    if (entityName === undefined || entities.some(({ name }) => name === entityName)) continue;
    throw new KvsRefusal(400, 'INVALID_ENTITY', `no such entity: ${entityName}`);
  }
}

type Named = { entityName?: string };
type Naming = Named & { set?: Named[]; delete?: Named[]; check?: Named[] };

function lacksScope(): ServiceReply {
  const message = 'manifest.yml lacks the scope storage:app of the key-value store';
  return { status: 403, body: { code: 'FORBIDDEN', message } };
}

function answer(
  store: KvsStore,
  entities: StorageEntity[],
  path: string,
  body: string,
): ServiceReply {
  const request: unknown = JSON.parse(body);
  switch (path) {
    case 'get':
    case 'secret/get':
    case 'entity/get':
      return get(store, path, request as OneKey);
    case 'set':
    case 'secret/set':
    case 'entity/set':
      return set(store, path, request as OneKey);
    case 'delete':
    case 'secret/delete':
    case 'entity/delete':
      store.delete(spaceOf(path, request as OneKey), (request as OneKey).key);
      return { status: 204 };
    case 'query':
      return { status: 200, body: queryKeys(store.list('plain'), request as KeyQuery) };
    case 'entity/query':
      return { status: 200, body: queryEntity(store, entities, request as EntityQuery) };
    case 'batch/get':
      return batchGet(store, request, body);
    case 'batch/set':
      return batchSet(store, request, body);
    case 'batch/delete':
      return batchDelete(store, request, body);
    case 'transaction':
      return transact(store, request, body);
    default:
      throw new NotModelledByForge(`the key-value store's ${path}`);
  }
}

function get(store: KvsStore, path: string, request: OneKey): ServiceReply {
  const entry = store.get(spaceOf(path, request), request.key);
  if (entry === undefined)
    throw new KvsRefusal(404, 'KEY_NOT_FOUND', `no such key: ${request.key}`);
  return { status: 200, body: entry };
}

function set(store: KvsStore, path: string, request: OneKey): ServiceReply {
  const space = spaceOf(path, request);
  const before = store.get(space, request.key);
  const after = store.set(space, request.key, request.value, request.options);
  const returned: Partial<Record<string, KvsEntry>> = { PREVIOUS: before, LATEST: after };
  const entry = returned[request.options?.returnValue ?? ''];
  return entry === undefined ? { status: 200 } : { status: 200, body: entry };
}

function queryEntity(store: KvsStore, entities: StorageEntity[], query: EntityQuery): unknown {
  const entity = entities.find(({ name }) => name === query.entityName);
  if (entity === undefined) {
    throw new KvsRefusal(400, 'INVALID_ENTITY', `no such entity: ${query.entityName}`);
  }
  return queryEntities(store.list(`entity/${entity.name}`), entity, query);
}
