import { spawnSync } from 'node:child_process';
import { findOnPath } from './find-on-path';

/**
 * Installs a Debian package where that needs nobody's leave (Debian or Ubuntu, as root).
 * Answers whether it is installed now; what apt said on failure goes to stderr.
 */
export function installWithApt(packageName: string, say: (line: string) => void): boolean {
  if (process.getuid?.() !== 0 || findOnPath(['apt-get']) === undefined) return false;
  say(`installing ${packageName} with apt-get`);
  return (
    runApt(['update', '-q']) &&
    runApt(['install', '-y', '-q', '--no-install-recommends', packageName])
  );
}

function runApt(args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const done = spawnSync('apt-get', args, { env, encoding: 'utf8' });
  if (done.status !== 0) process.stderr.write(done.stderr ?? '');
  return done.status === 0;
}
