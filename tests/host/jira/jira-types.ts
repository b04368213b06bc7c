import type { HostClock } from '../clock';
import type { JiraActs } from './acts';
import type { JiraState } from './state/state';
import type { TransitionRule } from './state/workflow-types';

export type Actor = { kind: 'user'; accountId: string } | { kind: 'app' } | { kind: 'anonymous' };

export type JiraRequest = {
  method: string;
  /** /rest/...?query */
  path: string;
  body?: unknown;
  actor: Actor;
  headers?: Record<string, string>;
  /** Made by the app through Forge; absent for the browser, clients of REST and the platform itself. */
  via?: 'app';
};

export type JiraResponse = {
  status: number;
  headers: Record<string, string>;
  body?: unknown;
  /** What the call costs of the hourly quota: 1, 1 per returned issue or project, 2 per user. */
  points: number;
};

/**
 * A Forge product event as the platform would send it; who hosts the app delays, doubles or loses
 * it.
 */
export type ProductEvent = {
  eventType: string;
  timestamp: string;
  selfGenerated: boolean;
  [key: string]: unknown;
};

export type TransitionCall = { issueKey: string; from: string; to: string; actor: Actor };
export type TransitionVerdict = { result: boolean; errorMessage?: string };
export type TransitionJudge = (
  rule: TransitionRule,
  call: TransitionCall,
) => Promise<TransitionVerdict>;

export type RateLimitReason =
  | 'jira-quota-global-based'
  | 'jira-quota-tenant-based'
  | 'jira-burst-based'
  | 'jira-per-issue-on-write';

export interface JiraSettings {
  /** How long a change stays unseen by search, approximate-count and jql/match. Real milliseconds. */
  indexLagMs: number;
  /** The most issues that a page of search/jql holds, whatever was asked; Jira answers short pages. */
  searchPageCap: number;
  /** The next `count` calls of the app answer 429 with this reason; nobody else's are touched. */
  rateLimitNext: { count: number; reason: RateLimitReason; retryAfterS: number };
  /** Does the app's own account administer Jira? The documents are silent: by default it does not. */
  appAdministers: boolean;
  /** What the workflows API answers to somebody without the right: 401 by its document. */
  noWorkflowRightStatus: 401 | 403;
}

export type JiraChange = { issueKey?: string; kind: string };

/** A call that the local Jira does not model, as it was refused with 501. */
export type UnknownCall = { method: string; path: string; what: string };

export interface Jira {
  request(request: JiraRequest): Promise<JiraResponse>;
  /** Heard right after the change, before search shows it. */
  onEvent(listener: (event: ProductEvent) => void): void;
  /** Who answers for Forge function validators on transitions. Without a judge every rule refuses. */
  judgeTransitionsWith(judge: TransitionJudge): void;
  onChange(listener: (change: JiraChange) => void): void;
  readonly clock: HostClock;
  readonly state: JiraState;
  readonly settings: JiraSettings;
  readonly unknownCalls: readonly UnknownCall[];
  /** `METHOD /path/{template}` of everything it models. */
  readonly endpoints: readonly string[];
  /** Shows all of `state` to search at once: for loaders that write the state themselves. */
  reindex(): void;
  /** What people and other programs do in Jira without its REST API. */
  readonly acts: JiraActs;
  /** Resolves when no bulk change is under way. */
  tasksSettled(): Promise<void>;
  /** Resolves when search shows every change made so far. */
  indexSettled(): Promise<void>;
}
