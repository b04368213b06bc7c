import { type Call, type Endpoint, NotModelled, Refusal, type Reply } from './endpoint';
import type { JiraRequest } from './jira-types';
import type { Site } from './site';

interface Route {
  endpoint: Endpoint;
  segments: string[];
  parameters: number;
}

export interface Router {
  answer(site: Site, request: JiraRequest): Promise<Reply>;
  readonly endpoints: readonly string[];
}

/** Finds the endpoint of a call; what is not modelled is a NotModelled error that names it. */
export function createRouter(endpoints: readonly Endpoint[]): Router {
  const routes = endpoints.map(toRoute).sort((a, b) => a.parameters - b.parameters);
  return {
    endpoints: endpoints.map((endpoint) => `${endpoint.method} ${endpoint.path}`),
    answer: async (site, request) => {
      const call = toCall(routes, site, request);
      if (request.actor.kind === 'anonymous') {
        throw new Refusal(401, {
          errorMessages: ['Client must be authenticated to access this resource.'],
        });
      }
      return call.endpoint.answer(call);
    },
  };
}

function toRoute(endpoint: Endpoint): Route {
  const segments = endpoint.path.split('/');
  return {
    endpoint,
    segments,
    parameters: segments.filter((segment) => segment.startsWith('{')).length,
  };
}

function toCall(routes: readonly Route[], site: Site, request: JiraRequest) {
  const url = new URL(request.path, 'http://jira.invalid');
  const segments = url.pathname.split('/');
  const route = routes.find(
    (candidate) =>
      candidate.endpoint.method === request.method.toUpperCase() && fits(candidate, segments),
  );
  if (!route) throw new NotModelled(`the endpoint ${url.pathname}`);
  const { endpoint } = route;
  for (const name of url.searchParams.keys()) {
    if (!endpoint.query?.includes(name)) throw new NotModelled(`the query parameter "${name}"`);
  }
  return {
    endpoint,
    site,
    actor: request.actor,
    path: parametersOf(route, segments),
    query: url.searchParams,
    body: checkedBody(endpoint, request.body),
    rawBody: request.body,
  } satisfies Call & { endpoint: Endpoint };
}

function fits(route: Route, segments: readonly string[]): boolean {
  return (
    route.segments.length === segments.length &&
    route.segments.every((segment, i) => segment.startsWith('{') || segment === segments[i])
  );
}

function parametersOf(route: Route, segments: readonly string[]): Record<string, string> {
  const entries = route.segments.flatMap((segment, i) =>
    segment.startsWith('{')
      ? [[segment.slice(1, -1), decodeURIComponent(segments[i] ?? '')] as const]
      : [],
  );
  return Object.fromEntries(entries);
}

function checkedBody(endpoint: Endpoint, body: unknown): Record<string, unknown> {
  if (body === undefined || body === null || endpoint.body === 'any') return {};
  if (typeof body !== 'object' || Array.isArray(body)) {
    throw new Refusal(400, { errorMessages: ['Invalid request payload.'] });
  }
  for (const key of Object.keys(body)) {
    if (!endpoint.body?.includes(key)) throw new NotModelled(`the body key "${key}"`);
  }
  return body as Record<string, unknown>;
}
