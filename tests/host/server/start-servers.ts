import type { HostClock } from '../clock';
import type { Forge } from '../forge/forge';
import type { Jira } from '../jira/jira';
import { framesOrigin } from './frames-origin';
import { hostOrigin } from './host-origin';
import { type ListeningServer, listen } from './listen';

export type HostServers = { url: string; framesUrl: string; stop(): Promise<void> };

/** The two origins: the shell's on the port, the frames' on the next one (or two free ports). */
export async function startServers(
  parts: { jira: Jira; forge: Forge; clock: HostClock; functionsDir: string },
  port: number,
): Promise<HostServers> {
  let shell: ListeningServer | undefined;
  const frames = await listen(
    port === 0 ? 0 : port + 1,
    framesOrigin({ ...parts, hostOrigin: () => shell?.url ?? '' }),
  );
  shell = await listen(port, hostOrigin({ ...parts, framesUrl: frames.url }));
  const servers = [shell, frames];
  return {
    url: shell.url,
    framesUrl: frames.url,
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}
