/**
 * Stands between the host and its database: starts mariadbd and holds the other end of a pipe
 * to the host. When the host goes, in whatever way (stop, Ctrl-C, crash, kill -9), the pipe
 * closes, and the guard takes the server and its folder with it.
 *
 * node mariadb-guard.cjs <folder> <uid> <gid> <program> <arguments...>
 */
const { spawn } = require('node:child_process');
const { rmSync } = require('node:fs');

const [folder, uid, gid, program, ...args] = process.argv.slice(2);
const owner = uid === '' ? {} : { uid: Number(uid), gid: Number(gid) };
const server = spawn(program, args, { ...owner, stdio: ['ignore', 'ignore', 'inherit'] });

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end);
process.stdin.on('end', end).on('error', end).resume();

server.on('spawn', () => process.stdout.write(`${server.pid}\n`));
server.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
server.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});

/** The data is thrown away, so there is nothing to save by stopping gently. */
function end() {
  server.kill('SIGKILL');
}
