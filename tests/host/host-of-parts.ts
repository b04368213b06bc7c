import type { HostClock } from './clock';
import type { Forge, InvokeAs } from './forge/forge';
import type { Host, RestClient } from './host';
import type { Jira } from './jira/jira';
import type { HostServers } from './server/start-servers';
import type { RunningDatabase } from './tools/start-mariadb';

type HostParts = {
  jira: Jira;
  forge: Forge;
  clock: HostClock;
  servers: HostServers;
  database: RunningDatabase;
};

/** What tests hold in their hands. */
export function createHost({ jira, forge, clock, servers, database }: HostParts): Host {
  return {
    url: servers.url,
    framesUrl: servers.framesUrl,
    jira,
    forge,
    clock,
    settle: () => settle(jira, forge),
    actAs: (accountId) => restClient(jira, accountId),
    invoke: (moduleKey, functionKey, payload, from) =>
      invoke(forge, moduleKey, functionKey, payload, from),
    invocations: (since) => forge.invocations(since),
    stop: async () => {
      await servers.stop();
      await forge.stop();
      await database.stop();
    },
  };
}

/** The app may change Jira once more while the index catches up: until one round is quiet. */
async function settle(jira: Jira, forge: Forge): Promise<void> {
  for (let before = -1; before !== forge.invocations().length; ) {
    before = forge.invocations().length;
    await forge.idle();
    await jira.tasksSettled();
    await jira.indexSettled();
  }
}

async function invoke(
  forge: Forge,
  moduleKey: string,
  functionKey: string,
  payload: unknown,
  { as, locale = 'en-US', ...place }: InvokeAs,
): Promise<unknown> {
  const viewer = { accountId: as, locale, colorMode: 'light' as const };
  const { frameId } = await forge.openFrame({ moduleKey, ...place }, viewer);
  const outcome = await forge.invokeInFrame(frameId, functionKey, payload);
  if (outcome.ok) return outcome.body;
  const { name, message, stack } = outcome.error;
  throw Object.assign(new Error(message), { name, functionStack: stack });
}

function restClient(jira: Jira, accountId: string): RestClient {
  const send = (method: string) => (path: string, body?: unknown) =>
    jira.request({
      method,
      path,
      actor: { kind: 'user', accountId },
      ...(body === undefined ? {} : { body }),
    });
  return { get: send('GET'), post: send('POST'), put: send('PUT'), delete: send('DELETE') };
}
