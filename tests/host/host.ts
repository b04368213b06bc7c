import type { HostClock } from './clock';
import type { Forge, InvokeAs } from './forge/forge';
import type { InvocationRecord } from './forge/invocation';
import type { Jira, JiraResponse } from './jira/jira';

export type HostOptions = {
  /** Who works here. 'demo' unless an import file is given. */
  company?: 'demo' | 'empty' | ((jira: Jira) => void | Promise<void>);
  /** A Jira export (plain or .gz) in place of a company. */
  importFile?: string;
  /** Functions bundled elsewhere (by Forge's own bundler); built from src when absent. */
  functionsDir?: string;
  /** The app's folder (manifest.yml, src, static/build); this repository when absent. */
  appDir?: string;
  /** 0 or absent: a free port. The frames' origin takes the next free one. */
  port?: number;
  /** Host time at the start; the real time when absent. */
  at?: Date;
  /** Progress of the start, one line each. Silent when absent. */
  say?: (line: string) => void;
};

/** Jira's REST as one person sees it. Paths start with /rest/. */
export interface RestClient {
  get(path: string): Promise<JiraResponse>;
  post(path: string, body?: unknown): Promise<JiraResponse>;
  put(path: string, body?: unknown): Promise<JiraResponse>;
  delete(path: string): Promise<JiraResponse>;
}

/** A running local Jira with the app installed. */
export interface Host {
  readonly url: string;
  readonly framesUrl: string;
  readonly jira: Jira;
  readonly forge: Forge;
  readonly clock: HostClock;
  /**
   * Resolves when nothing is under way: no event, no job that is due, no invocation, and the
   * search index shows every change. Rejects when that would need the clock to be moved.
   */
  settle(): Promise<void>;
  actAs(accountId: string): RestClient;
  /** Calls a resolver of a surface as its page would. Throws the function's error. */
  invoke(
    moduleKey: string,
    functionKey: string,
    payload: unknown,
    from: InvokeAs,
  ): Promise<unknown>;
  invocations(since?: number): InvocationRecord[];
  stop(): Promise<void>;
}
