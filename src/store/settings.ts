import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { PolicyText, SettingsPort } from '../usecases/ports/store-ports';

const Departments = v.array(
  v.object({
    projectId: v.string(),
    projectKey: v.string(),
    name: v.string(),
    leadAccountId: v.nullable(v.string()),
    isOpen: v.optional(v.boolean(), false),
  }),
);

const Policy = v.object({
  key: v.string(),
  name: v.string(),
  version: v.number(),
  text: v.string(),
});

/** Policy keys that exist. Each text stands under a key of its own: a value holds 240 KiB. */
const PolicyKeys = v.array(v.string());

const DEPARTMENTS = 'departments';
const BLOCK_LINK_TYPE = 'block-link-type';
const POLICY_KEYS = 'policies';
const policyAt = (key: string) => `policy:${key}`;

/** Settings in Forge KVS: single keys only, whose reads are consistent (queries are not). */
export function settingsStore(): SettingsPort {
  return {
    listDepartments: () => read(DEPARTMENTS, Departments, []),
    saveDepartments: (departments) => kvs.set(DEPARTMENTS, departments),
    findBlockLinkTypeId: () => read(BLOCK_LINK_TYPE, v.nullable(v.string()), null),
    saveBlockLinkTypeId: (id) => kvs.set(BLOCK_LINK_TYPE, id),
    listPolicyTexts: async () => {
      const keys = await read(POLICY_KEYS, PolicyKeys, []);
      const texts = await Promise.all(keys.map(findPolicy));
      return texts.filter((text) => text !== null);
    },
    findPolicyText: findPolicy,
    savePolicyText: async (policy) => {
      await kvs.set(policyAt(policy.key), policy);
      const keys = await read(POLICY_KEYS, PolicyKeys, []);
      if (!keys.includes(policy.key)) await kvs.set(POLICY_KEYS, [...keys, policy.key].sort());
    },
  };
}

function findPolicy(key: string): Promise<PolicyText | null> {
  return read(policyAt(key), v.nullable(Policy), null);
}

async function read<Schema extends v.GenericSchema>(
  key: string,
  schema: Schema,
  absent: v.InferOutput<Schema>,
): Promise<v.InferOutput<Schema>> {
  const value = await kvs.get(key);
  return value === undefined ? absent : v.parse(schema, value);
}
