import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NAME = 'tam-for-jira';

/**
 * The repository's folder, found upwards from the working directory. (`import.meta` does not
 * exist under Jest's CommonJS and `__dirname` not under tsx's ES modules; this works in both.)
 */
export function repoRoot(): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && nameIn(file) === NAME) return folder;
    if (folder === dirname(folder)) throw new Error(`no ${NAME} above ${process.cwd()}`);
  }
}

function nameIn(file: string): unknown {
  return (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown }).name;
}
