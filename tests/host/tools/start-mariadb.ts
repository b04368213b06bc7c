import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { type Connection, createConnection } from 'mysql2/promise';
import { repoRoot } from '../repo-root';

/** How to reach the app's own, empty database. */
export type DatabaseAddress =
  | { socketPath: string; user: string; database: string }
  | { uri: string; database: string };

export type RunningDatabase = { address: DatabaseAddress; stop(): Promise<void> };

type Guard = ChildProcessByStdio<Writable, Readable, Readable>;

const PATIENCE_MS = 30_000;
const BETWEEN_TRIES_MS = 15;

/**
 * Starts MariaDB on an empty temporary folder, reachable by a unix socket only. It dies with
 * this process, however that ends: a guard process watches a pipe to it (mariadb-guard.cjs).
 */
export async function startMariadb(program: string): Promise<RunningDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'tam-mariadb-'));
  mkdirSync(join(folder, 'data'));
  const owner = serverOwner();
  if (owner !== undefined) {
    for (const path of [folder, join(folder, 'data')]) chownSync(path, owner.uid, owner.gid);
  }
  const guard = spawn(
    process.execPath,
    [
      join(repoRoot(), 'tests/host/tools/mariadb-guard.cjs'),
      folder,
      String(owner?.uid ?? ''),
      String(owner?.gid ?? ''),
      program,
      ...serverArguments(folder),
    ],
    // A process group of its own: neither Ctrl-C nor the end of the host's group reaches it.
    { stdio: ['pipe', 'pipe', 'pipe'], detached: true },
  );
  const socketPath = join(folder, 's');
  await createDatabase(guard, socketPath);
  return {
    address: { socketPath, user: 'root', database: 'app' },
    stop: async () => {
      if (guard.exitCode !== null) return;
      const exited = once(guard, 'exit');
      guard.stdin.end();
      await exited;
    },
  };
}

/** MariaDB refuses to run as root: as root, it runs as nobody. */
function serverOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string): number =>
    Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function serverArguments(folder: string): string[] {
  return [
    '--no-defaults',
    `--datadir=${join(folder, 'data')}`,
    `--socket=${join(folder, 's')}`,
    `--pid-file=${join(folder, 'pid')}`,
    `--tmpdir=${folder}`,
    '--skip-networking',
    '--skip-grant-tables',
    '--skip-name-resolve',
    '--innodb-buffer-pool-size=32M',
    '--innodb-log-file-size=8M',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-doublewrite=0',
    '--skip-log-bin',
    // As Forge SQL's engine (TiDB): bytes compare. What a session can set stands in sql-pool.ts.
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
  ];
}

async function createDatabase(guard: Guard, socketPath: string): Promise<void> {
  let said = '';
  guard.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  guard.stdout.resume();
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (Date.now() < giveUpAt && guard.exitCode === null) {
    const connection = await tryToConnect(socketPath);
    if (connection === undefined) {
      await wait(BETWEEN_TRIES_MS);
      continue;
    }
    await connection.query('CREATE DATABASE app');
    await connection.end();
    return;
  }
  guard.stdin.end();
  throw new Error(`the database did not start:\n${said}`);
}

async function tryToConnect(socketPath: string): Promise<Connection | undefined> {
  try {
    return await createConnection({ socketPath, user: 'root' });
  } catch {
    return undefined;
  }
}
