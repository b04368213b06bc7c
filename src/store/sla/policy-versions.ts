import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import * as v from 'valibot';
import { instant } from '../../core/time';
import type { PolicyVersion, SettingsPort } from '../../usecases/ports/settings-port';

const Version = v.object({
  key: v.string(),
  name: v.string(),
  version: v.number(),
  text: v.string(),
  effectiveFrom: v.pipe(v.number(), v.transform(instant)),
  savedAt: v.pipe(v.number(), v.transform(instant)),
  appliesToOpen: v.boolean(),
});

/** Policy keys that exist. Each text stands under a key of its own: a value holds 240 KiB. */
const PolicyKeys = v.array(v.string());
/** Numbers of the versions of one policy, oldest first. */
const Numbers = v.array(v.number());

const POLICY_KEYS = 'policies';
const numbersAt = (key: string) => `policy:${key}`;
const versionAt = (key: string, version: number) => `policy:${key}:${version}`;

/** A version never changes, so what was read once is kept. By site: a process may serve several. */
const kept = new Map<string, PolicyVersion>();
const KEPT = 100;

type ReadKey = <Schema extends v.GenericSchema>(
  key: string,
  schema: Schema,
  absent: v.InferOutput<Schema>,
) => Promise<v.InferOutput<Schema>>;

type PolicyPort = Pick<
  SettingsPort,
  'listPolicyTexts' | 'findPolicyText' | 'listPolicyVersions' | 'addPolicyVersion'
>;

/**
 * Versions of policies in KVS: `policies` lists the keys, `policy:<key>` the numbers,
 * `policy:<key>:<number>` holds one version. One read a policy once its versions are known.
 */
export function policyVersions(site: string, readKey: ReadKey): PolicyPort {
  const numbersOf = (key: string) => readKey(numbersAt(key), Numbers, []);
  const findVersion = async (key: string, number: number): Promise<PolicyVersion | null> => {
    const name = `${site} ${versionAt(key, number)}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    const read = await readKey(versionAt(key, number), v.nullable(Version), null);
    if (read === null) return null;
    if (kept.size >= KEPT) kept.clear();
    kept.set(name, read);
    return read;
  };
  const findLatest = async (key: string) => {
    const latest = (await numbersOf(key)).at(-1);
    return latest === undefined ? null : findVersion(key, latest);
  };
  return {
    listPolicyTexts: async () => {
      const keys = await readKey(POLICY_KEYS, PolicyKeys, []);
      const texts = await Promise.all(keys.map(findLatest));
      return texts.filter((text) => text !== null);
    },
    findPolicyText: findLatest,
    listPolicyVersions: async (key) => {
      const numbers = await numbersOf(key);
      const versions = await Promise.all(numbers.map((number) => findVersion(key, number)));
      return versions.filter((version) => version !== null);
    },
    addPolicyVersion: async (policy) => {
      const { key, version } = policy;
      const isAdded = await addOnce(versionAt(key, version), policy);
      // Also when it was there: whoever wrote it may have been stopped before he listed it.
      await listNumber(key, version, await numbersOf(key));
      const keys = await readKey(POLICY_KEYS, PolicyKeys, []);
      if (!keys.includes(key)) await kvs.set(POLICY_KEYS, [...keys, key].sort());
      return isAdded;
    },
  };
}

async function listNumber(key: string, version: number, numbers: readonly number[]): Promise<void> {
  if (numbers.includes(version)) return;
  await kvs.set(
    numbersAt(key),
    [...numbers, version].sort((a, b) => a - b),
  );
}

/** Forge decides between two administrators who save the same version at once. */
async function addOnce(key: string, value: PolicyVersion): Promise<boolean> {
  try {
    await kvs.set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' });
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && error.responseDetails.status === 409) return false;
    throw error;
  }
}
