import type { ServerResponse } from 'node:http';
import type { HostServices } from './host-call';

/** Server-sent events for the shell: an issue changed, the clock moved, a function ran. */
export class NewsStream {
  private readonly readers = new Set<ServerResponse>();

  constructor({ jira, clock, forge }: HostServices) {
    jira.onChange(({ issueKey }) => this.tell({ type: 'issue', issueKey }));
    clock.onMove(() => this.tell({ type: 'clock' }));
    forge.onInvocation(() => this.tell({ type: 'invocation' }));
  }

  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('\n');
    this.readers.add(response);
    response.on('close', () => this.readers.delete(response));
  }

  private tell(news: object): void {
    for (const reader of this.readers) reader.write(`data: ${JSON.stringify(news)}\n\n`);
  }
}
