import type { CompiledPolicy } from '../../core/sla/policy/policy';

/**
 * The fields that any of these contracts asks of an issue, to be read along with its history: each
 * once, so that an incident of several clients is read once for all of them.
 */
export function fieldsOf(
  contracts: readonly { readonly versions: readonly CompiledPolicy[] }[],
): readonly string[] {
  const names = contracts.flatMap(({ versions }) => versions.flatMap(({ fields }) => fields));
  return [...new Set(names)];
}
