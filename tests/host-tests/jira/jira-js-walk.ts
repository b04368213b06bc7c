/**
 * Walks every endpoint of the local Jira with jira.js, a client that we did not write, in its strict
 * mode, and prints what happened as JSON. A program of its own: jira.js ships ES modules only, and
 * its strict mode is read from the environment when it is loaded.
 */
import { listen } from './http-listener';
import { createWalker, steps } from './jira-js-steps';
import { createSmallSite } from './small-site';

/** In strict mode jira.js does not throw: it notes each key and value that its schemas lack. */
function driftSeen(): unknown {
  const store = globalThis as { [key: symbol]: unknown };
  return store[Symbol.for('apis-code-gen.schemaAudit')] ?? [];
}

async function walk(): Promise<void> {
  const { jira } = createSmallSite();
  const { url, exchanges, close } = await listen(jira);
  const failures: string[] = [];
  const walker = await createWalker(url);
  for (const step of steps) {
    await step(walker).catch((error: Error) => failures.push(`${step.name}: ${error.message}`));
  }
  await close();
  process.stdout.write(
    JSON.stringify({
      failures,
      drift: driftSeen(),
      exchanges,
      offered: jira.endpoints,
      unknown: jira.unknownCalls,
    }),
  );
}

void walk();
