import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostClock } from '../clock';
import type { Forge, Viewer } from '../forge/forge';
import type { Jira } from '../jira/jira';

/** What a request to /host/... is answered from. */
export type HostServices = {
  jira: Jira;
  forge: Forge;
  clock: HostClock;
  framesUrl: string;
};

export type HostCall = HostServices & {
  request: IncomingMessage;
  response: ServerResponse;
  viewer: Viewer;
  query: URLSearchParams;
  /** What the parentheses of the route's pattern caught. */
  params: string[];
  body: unknown;
};

/** Answers the JSON to send, or undefined for 204. */
export type HostRoute = {
  method: 'GET' | 'POST' | 'PUT';
  pattern: RegExp;
  answer(call: HostCall): unknown;
};

/** The request itself is wrong: 400 with the message. */
export class BadHostCall extends Error {}

export function queried({ query }: HostCall, name: string): string {
  const value = query.get(name);
  if (value === null) throw new BadHostCall(`the query parameter ${name} is missing`);
  return value;
}

export function param({ params }: HostCall, index: number): string {
  return decodeURIComponent(params[index] ?? '');
}
