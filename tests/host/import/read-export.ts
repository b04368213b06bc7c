import { streamExport } from '../../../src/cli/read-export';

/** The whole export in memory; `meta` is what stands beside the issues. Throws like `streamExport`. */
export async function readExport(
  path: string,
): Promise<{ issues: unknown[]; meta: Record<string, unknown> }> {
  const issues: unknown[] = [];
  const meta: Record<string, unknown> = {};
  for await (const entry of streamExport(path)) {
    if (entry.kind === 'issue') issues.push(entry.issue);
    else meta[entry.key] = entry.value;
  }
  return { issues, meta };
}
