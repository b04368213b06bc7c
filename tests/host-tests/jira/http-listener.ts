import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor, Jira, JiraResponse } from '../../host/jira/jira';
import { APP_ACCOUNT_ID } from '../../host/jira/state/defaults';

/** One call as it went over the wire. */
export interface Exchange {
  /** `METHOD /path/{template}` as the local Jira lists it. */
  endpoint: string;
  status: number;
  body: unknown;
}

export interface Listener {
  url: string;
  exchanges: Exchange[];
  close(): Promise<void>;
}

/**
 * The local Jira behind real HTTP on a free port of this machine; the bearer token is the account
 * id.
 */
export async function listen(jira: Jira): Promise<Listener> {
  const exchanges: Exchange[] = [];
  const server = createServer((request, response) => {
    void answer(jira, request).then(({ status, headers, body }) => {
      exchanges.push({ endpoint: endpointOf(jira, request), status, body });
      response.writeHead(status, headers).end(body === undefined ? '' : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    exchanges,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(jira: Jira, request: IncomingMessage): Promise<JiraResponse> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return jira.request({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    ...(text === '' ? {} : { body: JSON.parse(text) }),
    actor: actorOf(request.headers.authorization),
  });
}

function actorOf(authorization: string | undefined): Actor {
  const accountId = authorization?.replace(/^Bearer /, '');
  if (accountId === APP_ACCOUNT_ID) return { kind: 'app' };
  return accountId ? { kind: 'user', accountId } : { kind: 'anonymous' };
}

/** The template that the path belongs to; literal segments win over parameters. */
function endpointOf(jira: Jira, request: IncomingMessage): string {
  const segments = new URL(request.url ?? '/', 'http://local').pathname.split('/');
  const fits = (template: string): boolean => {
    const parts = template.split('/');
    return (
      parts.length === segments.length &&
      parts.every((part, i) => part.startsWith('{') || part === segments[i])
    );
  };
  const found = jira.endpoints
    .map((endpoint) => endpoint.split(' ') as [string, string])
    .filter(([method, template]) => method === request.method && fits(template))
    .sort((a, b) => parameters(a[1]) - parameters(b[1]))[0];
  return found?.join(' ') ?? `${request.method} ${segments.join('/')}`;
}

const parameters = (template: string): number => template.split('{').length;
