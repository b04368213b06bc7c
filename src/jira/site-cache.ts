/**
 * Keeps one answer per site for a while. A process may serve several sites, so whatever outlives
 * an invocation is kept under the site it came from (Forge docs, "Node.js runtime").
 */
export function cachePerSite<T>(
  keepMs: number,
): (site: string, read: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { readonly until: number; readonly value: T }>();
  return async (site, read) => {
    const found = kept.get(site);
    if (found !== undefined && found.until > Date.now()) return found.value;
    const value = await read();
    kept.set(site, { until: Date.now() + keepMs, value });
    return value;
  };
}
