import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { FrameRefused } from '../forge/frames/frame';
import { NotModelledByForge } from '../forge/services/service';
import { NotModelled, Refusal } from '../jira/endpoint';
import { repoRoot } from '../repo-root';
import { actRoutes } from './act-routes';
import { appRoutes } from './app-routes';
import { BadHostCall, type HostServices } from './host-call';
import { readJson, sendJson } from './http-answers';
import { inspectorRoutes } from './inspector-routes';
import { NewsStream } from './news-stream';
import { fileIn, sendFile, sendText } from './serve-file';
import { actorOf, viewerOf } from './session';
import { sessionRoutes } from './session-routes';

const ROUTES = [...sessionRoutes, ...appRoutes, ...actRoutes, ...inspectorRoutes];

/** The origin of the shell: Jira's REST, the host's own JSON, and the shell for everything else. */
export function hostOrigin(services: HostServices) {
  const news = new NewsStream(services);
  return (request: IncomingMessage, response: ServerResponse): void => {
    void answer(services, news, request, response).catch((error: unknown) =>
      sendJson(response, statusOf(error), {
        error: { message: error instanceof Error ? error.message : String(error) },
      }),
    );
  };
}

async function answer(
  services: HostServices,
  news: NewsStream,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://host');
  if (pathname.startsWith('/rest/')) await answerRest(services, request, response);
  else if (pathname === '/host/stream') news.add(response);
  else if (pathname.startsWith('/host/')) await answerHost(services, request, response);
  else sendShell(response, pathname);
}

async function answerRest(
  { jira }: HostServices,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readJson(request);
  const reply = await jira.request({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    actor: actorOf(request),
    ...(body === undefined ? {} : { body }),
  });
  response.writeHead(reply.status, reply.headers);
  response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
}

async function answerHost(
  services: HostServices,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
  for (const { method, pattern, answer: reply } of ROUTES) {
    const match = method === request.method ? pattern.exec(pathname) : null;
    if (match === null) continue;
    const body = await readJson(request);
    const viewer = viewerOf(request, services.jira);
    const params = match.slice(1);
    const call = { ...services, request, response, viewer, query: searchParams, params, body };
    const result = await reply(call);
    sendJson(response, result === undefined ? 204 : 200, result);
    return;
  }
  sendJson(response, 404, { error: { message: `the host has no ${request.method} ${pathname}` } });
}

/** The shell is one page: it reads the path itself. */
function sendShell(response: ServerResponse, pathname: string): void {
  const build = join(repoRoot(), 'tests/host/shell/build');
  const file = fileIn(build, pathname) ?? fileIn(build, '/index.html');
  if (file !== undefined) sendFile(response, file);
  else sendText(response, 503, 'the shell is not built: use npm start');
}

function statusOf(error: unknown): number {
  if (error instanceof FrameRefused) return 404;
  if (error instanceof BadHostCall || error instanceof SyntaxError) return 400;
  if (error instanceof Refusal) return error.status;
  return error instanceof NotModelledByForge || error instanceof NotModelled ? 501 : 500;
}
