import { once } from 'node:events';
import { runAudit } from './run-audit';

/** `npm run audit -- <export>`: see USAGE in audit-options.ts. */
async function main(): Promise<void> {
  process.exitCode = await runAudit(process.argv.slice(2), Date.now(), {
    out: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
    err: (text) => process.stderr.write(text),
  });
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

void main();
