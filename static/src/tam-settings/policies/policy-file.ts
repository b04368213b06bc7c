import type { PolicyRow } from '../../../../src/contract/tam-settings';

/** What the app takes in one request. */
const LARGEST = 200_000;

export type FileFault = 'tooBig' | 'notJson' | 'unreadable';

/** The text of a chosen file, or why it cannot be a policy; what it says is judged when it is saved. */
export async function readPolicyFile(
  bytes: number,
  read: () => Promise<string>,
): Promise<{ readonly text: string } | { readonly fault: FileFault }> {
  if (bytes > LARGEST) return { fault: 'tooBig' };
  try {
    const text = await read();
    return isJson(text) ? { text } : { fault: 'notJson' };
  } catch {
    return { fault: 'unreadable' };
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The version that is still the latest because the saved file said nothing new; null when it did. */
export function unchangedVersion(
  savedText: string,
  before: readonly PolicyRow[],
  after: readonly PolicyRow[],
): number | null {
  const { key } = JSON.parse(savedText) as { readonly key?: unknown };
  const versionIn = (policies: readonly PolicyRow[]) =>
    policies.find((policy) => policy.key === key)?.version ?? null;
  return versionIn(before) === versionIn(after) ? versionIn(before) : null;
}
