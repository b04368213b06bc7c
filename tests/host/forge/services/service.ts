import type { InvocationRecord } from '../invocation';

/** An invocation that runs: who it acts for and what it did so far. */
export type OpenInvocation = {
  record: InvocationRecord;
  actor: string | undefined;
  /** Pushes to queues by this invocation and all those that it led to (Forge ends at 1,000). */
  chain: { pushes: number };
};

/** A platform call of the app, as the proxy received it. */
export type ServiceCall = {
  invocation: OpenInvocation;
  method: string;
  /** Path of the service's own API, with the query. */
  target: string;
  body: string;
  headers: Record<string, string>;
};

export type ServiceReply = { status: number; headers?: Record<string, string>; body?: unknown };

/** A service of the platform: kvs, sql, queues, Jira. */
export type Service = (call: ServiceCall) => Promise<ServiceReply> | ServiceReply;

/** A service was asked for something that the host does not model: 501 by name, never an empty 200. */
export class NotModelledByForge extends Error {}
