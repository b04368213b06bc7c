import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ListeningServer = { url: string; stop(): Promise<void> };

/** Serves on the loopback interface only. Port 0 takes a free one. */
export function listen(port: number, answer: RequestListener): Promise<ListeningServer> {
  const server = createServer(answer);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${taken}`,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            server.closeAllConnections();
          }),
      });
    });
  });
}
