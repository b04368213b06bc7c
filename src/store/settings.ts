import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { SettingsPort } from '../usecases/ports/store-ports';
import { policyVersions } from './policy-versions';

const Departments = v.array(
  v.object({
    projectId: v.string(),
    projectKey: v.string(),
    name: v.string(),
    leadAccountId: v.nullable(v.string()),
    isOpen: v.optional(v.boolean(), false),
  }),
);

const DEPARTMENTS = 'departments';
const BLOCK_LINK_TYPE = 'block-link-type';

/** Settings of one site in Forge KVS: single keys only, whose reads are consistent (queries are not). */
export function settingsStore(site: string): SettingsPort {
  return {
    listDepartments: () => readKey(DEPARTMENTS, Departments, []),
    saveDepartments: (departments) => kvs.set(DEPARTMENTS, departments),
    findBlockLinkTypeId: () => readKey(BLOCK_LINK_TYPE, v.nullable(v.string()), null),
    saveBlockLinkTypeId: (id) => kvs.set(BLOCK_LINK_TYPE, id),
    ...policyVersions(site, readKey),
  };
}

/** A value as the schema says it is; `absent` when there is none. */
async function readKey<Schema extends v.GenericSchema>(
  key: string,
  schema: Schema,
  absent: v.InferOutput<Schema>,
): Promise<v.InferOutput<Schema>> {
  const value = await kvs.get(key);
  return value === undefined ? absent : v.parse(schema, value);
}
