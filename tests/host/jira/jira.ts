import type { HostClock } from '../clock';
import { createActs } from './acts';
import { NotModelled, Refusal, type Reply } from './endpoint';
import { allEndpoints } from './endpoints';
import type {
  Jira,
  JiraChange,
  JiraRequest,
  JiraResponse,
  JiraSettings,
  ProductEvent,
  TransitionJudge,
  UnknownCall,
} from './jira-types';
import { createRouter } from './router';
import { createSearchIndex } from './search/search-index';
import type { Site } from './site';
import { appUser, siteFields } from './state/defaults';
import { createState } from './state/state';

const defaultSettings: JiraSettings = {
  indexLagMs: 300,
  searchPageCap: 100,
  rateLimitNext: { count: 0, reason: 'jira-burst-based', retryAfterS: 1 },
  appAdministers: false,
  noWorkflowRightStatus: 401,
};

/** A Jira Cloud site in memory: REST v3, Agile and Software endpoints that the app uses. */
export function createJira(options: { clock: HostClock; settings?: Partial<JiraSettings> }): Jira {
  const settings: JiraSettings = structuredClone({ ...defaultSettings, ...options.settings });
  const state = createState(appUser, siteFields);
  const index = createSearchIndex(state, settings);
  const eventListeners: Array<(event: ProductEvent) => void> = [];
  const changeListeners: Array<(change: JiraChange) => void> = [];
  const unknownCalls: UnknownCall[] = [];
  const router = createRouter(allEndpoints);
  const tasks = new Set<Promise<void>>();
  let judge: TransitionJudge | undefined;
  const site: Site = {
    state,
    clock: options.clock,
    settings,
    index,
    emit: (event) => {
      for (const listener of eventListeners) listener(event);
    },
    announce: (change) => {
      for (const listener of changeListeners) listener(change);
    },
    judge: () => judge,
    inBackground: (work) => {
      const task = work().finally(() => tasks.delete(task));
      tasks.add(task);
    },
  };
  return {
    clock: options.clock,
    state,
    settings,
    unknownCalls,
    endpoints: router.endpoints,
    request: async (request) => {
      const limited = request.via === 'app' && limitRate(settings, options.clock.now());
      if (limited) return limited;
      return toResponse(
        await answerOrRefuse(() => router.answer(site, request), request, unknownCalls),
      );
    },
    onEvent: (listener) => {
      eventListeners.push(listener);
    },
    onChange: (listener) => {
      changeListeners.push(listener);
    },
    judgeTransitionsWith: (next) => {
      judge = next;
    },
    acts: createActs(site),
    tasksSettled: async () => {
      while (tasks.size > 0) await Promise.all(tasks);
    },
    reindex: () => index.rebuild(),
    indexSettled: () => index.settled(),
  };
}

async function answerOrRefuse(
  answer: () => Promise<Reply>,
  request: JiraRequest,
  unknownCalls: UnknownCall[],
): Promise<Reply> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: error.body };
    if (!(error instanceof NotModelled)) throw error;
    unknownCalls.push({ method: request.method, path: request.path, what: error.message });
    const text = `The local Jira does not model ${error.message} (${request.method} ${request.path}).`;
    return { status: 501, body: { errorMessages: [text], errors: {} } };
  }
}

function toResponse(reply: Reply): JiraResponse {
  const points = reply.points ?? 1;
  // Bodies go through JSON, so that no caller holds a piece of the state.
  return reply.body === undefined
    ? { status: reply.status, headers: {}, points }
    : {
        status: reply.status,
        headers: { 'content-type': 'application/json;charset=UTF-8' },
        body: JSON.parse(JSON.stringify(reply.body)),
        points,
      };
}

function limitRate(settings: JiraSettings, now: number): JiraResponse | undefined {
  const { count, reason, retryAfterS } = settings.rateLimitNext;
  if (count <= 0) return undefined;
  settings.rateLimitNext.count = count - 1;
  return {
    status: 429,
    headers: {
      'content-type': 'application/json;charset=UTF-8',
      'retry-after': String(retryAfterS),
      'x-ratelimit-limit': '65000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': new Date(now + retryAfterS * 1000).toISOString(),
      'ratelimit-reason': reason,
    },
    body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
    points: 0,
  };
}

export type {
  Actor,
  Jira,
  JiraChange,
  JiraRequest,
  JiraResponse,
  JiraSettings,
  ProductEvent,
  RateLimitReason,
  TransitionCall,
  TransitionJudge,
  TransitionVerdict,
  UnknownCall,
} from './jira-types';
export type { TransitionRule } from './state/workflow-types';
