import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const OUTPUTS = ['node_modules', 'build', 'out'];

/** A short name for the state of files and folders: it changes when any of them is touched. */
export function stampOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, path);
  return hash.digest('hex').slice(0, 16);
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const state = statSync(path, { throwIfNoEntry: false });
  if (state?.isDirectory()) {
    const names = readdirSync(path).filter((name) => !OUTPUTS.includes(name));
    for (const name of names.sort()) addTo(hash, join(path, name));
    return;
  }
  hash.update(`${path} ${state?.size} ${state?.mtimeMs}\n`);
}
