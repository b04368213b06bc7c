import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { languages } from '../core/language';
import type { SettingsPort } from '../usecases/ports/settings-port';
import { departmentStore } from './departments';
import { policyVersions } from './sla/policy-versions';

const BLOCK_LINK_TYPE = 'block-link-type';
const LANGUAGE = 'language';

/** Settings of one site in Forge KVS, for one invocation. */
export function settingsStore(site: string): SettingsPort {
  return {
    ...departmentStore(),
    findBlockLinkTypeId: () => readKey(BLOCK_LINK_TYPE, v.nullable(v.string()), null),
    saveBlockLinkTypeId: (id) => kvs.set(BLOCK_LINK_TYPE, id),
    findLanguage: () => readKey(LANGUAGE, v.picklist(languages), 'en'),
    saveLanguage: (language) => kvs.set(LANGUAGE, language),
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
