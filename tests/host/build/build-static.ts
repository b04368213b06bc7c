import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '../repo-root';
import { stampOf } from './stamp';

const STAMP = '.stamp';

/** Builds the Custom UI (static/build) unless nothing that it is made of has changed. */
export function buildStatic(): Promise<void> {
  const root = repoRoot();
  return buildWithVite(join(root, 'static'), [join(root, 'src/contract'), join(root, 'src/core')]);
}

/** Builds the Jira-like shell (tests/host/shell/build), likewise. */
export function buildShell(): Promise<void> {
  return buildWithVite(join(repoRoot(), 'tests/host/shell'), []);
}

async function buildWithVite(folder: string, alsoReads: string[]): Promise<void> {
  const inputs = [folder, ...alsoReads, join(repoRoot(), 'package-lock.json')];
  const stamp = stampOf(inputs);
  const stampFile = join(folder, 'build', STAMP);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  await runVite(folder);
  writeFileSync(stampFile, stamp);
}

function runVite(folder: string): Promise<void> {
  const vite = join(repoRoot(), 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`vite build failed in ${folder}:\n${said}`));
    });
  });
}
