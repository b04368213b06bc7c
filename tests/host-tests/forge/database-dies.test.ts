import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { repoRoot } from '../../host/repo-root';

type Started = { child: ChildProcess; serverPid: number; folder: string };

async function startAside(): Promise<Started> {
  const root = repoRoot();
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const child = spawn(process.execPath, [tsx, 'tests/host-tests/forge/run-and-hang.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { pidFile, folder } = JSON.parse(line) as { pidFile: string; folder: string };
  return { child, serverPid: Number(readFileSync(pidFile, 'utf8')), folder };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function whenGone({ serverPid, folder }: Started): Promise<void> {
  while (isAlive(serverPid) || existsSync(folder)) await wait(20);
}

const ownServer = process.env.TAM_MYSQL_URL === undefined ? it : it.skip;

describe('the database of a host', () => {
  ownServer(
    'dies with a host that is killed, and leaves no folder (needs an own server)',
    async () => {
      const started = await startAside();
      expect(isAlive(started.serverPid)).toBe(true);
      // The whole group: the host and tsx, which started it.
      process.kill(-(started.child.pid ?? 0), 'SIGKILL');
      await whenGone(started);
      expect(isAlive(started.serverPid)).toBe(false);
    },
    30_000,
  );
});
