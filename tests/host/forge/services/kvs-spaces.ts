/** Plain keys, secrets and each entity have key spaces of their own. */
export function spaceOf(path: string, { entityName }: { entityName?: string }): string {
  if (entityName !== undefined) return `entity/${entityName}`;
  return path.startsWith('secret/') ? 'secret' : 'plain';
}
