/** Per site, the check of its tables by this process, which may serve several sites. */
const checks = new Map<string, { readonly over: Promise<unknown>; isOver: boolean }>();

/**
 * Runs a statement; if it fails and this process has not had the site's tables checked before,
 * has them checked and runs it once more. An app can be installed before its schedule has made
 * the tables (Forge docs, "SQL: migrations"), so a healthy database costs no extra request.
 * Statements that fail side by side wait for one check, and run again whoever made the tables: it
 * may have been another process.
 */
export async function withTables<T>(
  site: string,
  makeTables: () => Promise<unknown>,
  run: () => Promise<T>,
): Promise<T> {
  const wasChecked = checks.get(site)?.isOver ?? false;
  try {
    return await run();
  } catch (error) {
    if (wasChecked) throw error;
    await checkOnce(site, makeTables);
    return run();
  }
}

async function checkOnce(site: string, makeTables: () => Promise<unknown>): Promise<void> {
  const check = checks.get(site) ?? { over: makeTables(), isOver: false };
  checks.set(site, check);
  try {
    await check.over;
    check.isOver = true;
  } catch (error) {
    checks.delete(site);
    throw error;
  }
}
