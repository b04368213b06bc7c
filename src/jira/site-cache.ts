/**
 * Keeps one answer per site for a while; one that does not `serve` is read anew before its time. A
 * process may serve several sites, so whatever outlives an invocation is kept under the site it
 * came from (Forge docs, "Node.js runtime").
 */
export function cachePerSite<T>(
  keepMs: number,
): (site: string, read: () => Promise<T>, serves?: (value: T) => boolean) => Promise<T> {
  const kept = new Map<string, { readonly until: number; readonly value: T }>();
  return async (site, read, serves = () => true) => {
    const found = kept.get(site);
    if (found !== undefined && found.until > Date.now() && serves(found.value)) return found.value;
    const value = await read();
    kept.set(site, { until: Date.now() + keepMs, value });
    return value;
  };
}
