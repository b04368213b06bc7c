import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JiraService } from '../services/jira-service';
import {
  NotModelledByForge,
  type OpenInvocation,
  type Service,
  type ServiceCall,
  type ServiceReply,
} from '../services/service';

export type ProxyServices = {
  jira: JiraService;
  kvs: Service;
  sql: Service;
  queue: Service;
  egress: Service;
};

/** The one door from the functions to the platform. Each invocation has a token of its own. */
export interface ForgeProxy {
  readonly url: string;
  /** Lets an invocation in until the returned function is called. */
  admit(token: string, invocation: OpenInvocation): () => void;
  /** What the app called and the host does not model. */
  readonly unknownCalls: string[];
  stop(): Promise<void>;
}

export async function startProxy(services: ProxyServices): Promise<ForgeProxy> {
  const admitted = new Map<string, OpenInvocation>();
  const unknownCalls: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, services, admitted).then(
      (reply) => send(response, reply),
      (error: unknown) => send(response, refusal(request, error, unknownCalls)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    unknownCalls,
    admit: (token, invocation) => {
      admitted.set(token, invocation);
      return () => {
        admitted.delete(token);
      };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  services: ProxyServices,
  admitted: ReadonlyMap<string, OpenInvocation>,
): Promise<ServiceReply> {
  const token = header(request, 'forge-proxy-authorization').replace('Bearer ', '');
  const invocation = admitted.get(token);
  if (invocation === undefined) {
    return {
      status: 401,
      headers: { 'forge-proxy-error': 'INVALID_TOKEN_ERR' },
      body: { message: 'this invocation has ended' },
    };
  }
  const call: ServiceCall = {
    invocation,
    method: request.method ?? 'GET',
    target: header(request, 'forge-proxy-target'),
    body: await readBody(request),
    headers: ownHeaders(request),
  };
  return route(request.url ?? '', call, services);
}

const QUEUE_TARGET = '/webhook/queue/';
const CAPABILITY = '/fpp/as/app/provider/atlassian/capability';

function route(
  path: string,
  call: ServiceCall,
  services: ProxyServices,
): ServiceReply | Promise<ServiceReply> {
  switch (path) {
    case '/fpp/provider/user/remote/jira':
      return services.jira(call, 'user');
    case '/fpp/provider/app/remote/jira':
      return services.jira(call, 'app');
    case '/egress':
      return services.egress(call);
    case `${CAPABILITY}/kvs`:
      return services.kvs(call);
    case `${CAPABILITY}/sql`:
      return services.sql(call);
    case '/fpp/provider/app/remote/stargate':
      if (call.target.startsWith(QUEUE_TARGET)) return services.queue(call);
  }
  throw new NotModelledByForge(`${path} -> ${call.method} ${call.target}`);
}

function refusal(request: IncomingMessage, error: unknown, unknownCalls: string[]): ServiceReply {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof NotModelledByForge) {
    unknownCalls.push(message);
    return { status: 501, body: { message: `The local Forge does not model ${message}.` } };
  }
  return { status: 500, body: { message: `${request.url}: ${message}` } };
}

function send(response: ServerResponse, { status, headers, body }: ServiceReply): void {
  response.writeHead(status, { ...headers, 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** What the app itself sent, without the proxy's and the connection's own headers. */
function ownHeaders(request: IncomingMessage): Record<string, string> {
  const dropped = ['host', 'connection', 'content-length', 'transfer-encoding'];
  return Object.fromEntries(
    Object.entries(request.headers)
      .filter(([name]) => !name.startsWith('forge-proxy-') && !dropped.includes(name))
      .map(([name, value]) => [name, String(value)]),
  );
}

function header(request: IncomingMessage, name: string): string {
  return String(request.headers[name] ?? '');
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
