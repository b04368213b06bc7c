import { asApp, asUser, getAppContext, type Route, route } from '@forge/api';
import * as v from 'valibot';
import { JiraBusyError } from '../usecases/ports/jira-busy-error';
import { JiraError } from '../usecases/ports/jira-error';

export { route };

export type Speaker = 'user' | 'app';

export type JiraCall<Schema extends v.GenericSchema> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: Route;
  /** Path with {names}, for errors and logs: it must hold no id and no text. */
  readonly endpoint: string;
  readonly body?: object;
  /** What we read of the answer; everything else may change without us. */
  readonly answer: Schema;
  /** `once` for a call that would do its work twice when sent twice. */
  readonly send: 'again' | 'once';
};

/** One way to Jira: sends, waits when told to, and parses. */
export type Jira = <Schema extends v.GenericSchema>(
  call: JiraCall<Schema>,
) => Promise<v.InferOutput<Schema>>;

const MOST_TRIES = 4;
/** A resolver lives 25 s; whoever must wait longer than this queues the work. */
const LONGEST_WAIT_MS = 5_000;
const FIRST_BACKOFF_MS = 500;
const HOUR_MS = 3_600_000;

/** For calls whose answer we do not read (204, or a body of no use). */
export const nothing = v.unknown();

/**
 * Jira as the asking user or as the app. Throws JiraError for a refusal or an unreadable answer,
 * JiraBusyError when Jira still answers 429 or 503 after the tries that Atlassian's "Rate limiting"
 * page advises (what Jira names first, else doubling with jitter, at most four).
 */
export function openJira(speaker: Speaker): Jira {
  const send = speaker === 'user' ? asUser() : asApp();
  return async (call) => {
    for (let attempt = 1; ; attempt += 1) {
      const response = await send.requestJira(call.url, requestInit(call));
      if (response.status !== 429 && response.status !== 503) {
        return readAnswer(call, response, speaker);
      }
      const reason = response.headers.get('RateLimit-Reason');
      const wait = waitBefore(attempt, response.headers, reason);
      // Trying again before the quota is filled only lengthens the wait of all others.
      const hopeless = isQuota(reason) || wait > LONGEST_WAIT_MS;
      if (call.send === 'once' || hopeless || attempt === MOST_TRIES) {
        throw new JiraBusyError(Math.max(1, Math.ceil(wait / 1000)), reason);
      }
      await sleep(wait);
    }
  };
}

/** The name under which Jira knows a permission or a rule that the manifest declares. */
export function appModuleAri(moduleKey: string): string {
  const { appAri, environmentAri } = getAppContext();
  const extension = `${appAri.appId}/${environmentAri.environmentId}/static/${moduleKey}`;
  return `ari:cloud:ecosystem::extension/${extension}`;
}

function requestInit(call: JiraCall<v.GenericSchema>) {
  if (call.body === undefined)
    return { method: call.method, headers: { Accept: 'application/json' } };
  return {
    method: call.method,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(call.body),
  };
}

type ReadHeaders = { readonly get: (name: string) => string | null };

/**
 * Milliseconds until the next try: what Retry-After asks for, else until X-RateLimit-Reset. Where
 * Jira names neither: until the next full hour, on which quotas are filled (Atlassian's "Rate
 * limiting" page), for a spent quota, and 0.5 s doubling, times 0.7 to 1.3, for anything else.
 */
function waitBefore(attempt: number, headers: ReadHeaders, reason: string | null): number {
  const retryAfter = headers.get('Retry-After');
  const asked = Number(retryAfter);
  if (retryAfter !== null && Number.isFinite(asked)) return asked * 1000;
  const now = Date.now();
  const reset = Date.parse(headers.get('X-RateLimit-Reset') ?? '');
  const backoff = FIRST_BACKOFF_MS * 2 ** (attempt - 1) * (0.7 + Math.random() * 0.6);
  if (!Number.isNaN(reset)) return Math.max(backoff, reset - now);
  return isQuota(reason) ? HOUR_MS - (now % HOUR_MS) : backoff;
}

function isQuota(reason: string | null): boolean {
  return reason?.startsWith('jira-quota') === true;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

type ForgeResponse = Awaited<ReturnType<ReturnType<typeof asApp>['requestJira']>>;

async function readAnswer<Schema extends v.GenericSchema>(
  call: JiraCall<Schema>,
  response: ForgeResponse,
  speaker: Speaker,
): Promise<v.InferOutput<Schema>> {
  const endpoint = `${call.method} ${call.endpoint}`;
  const text = await response.text();
  if (!response.ok) throw refusal(endpoint, response.status, speaker === 'user' ? text : '');
  const parsed = v.safeParse(call.answer, text === '' ? undefined : parseJson(endpoint, text));
  if (parsed.success) return parsed.output;
  const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'the whole').slice(0, 3);
  throw new JiraError(endpoint, 0, [`not as expected: ${where.join(', ')}`]);
}

function parseJson(endpoint: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new JiraError(endpoint, 0, ['not JSON'], {}, { cause });
  }
}

const ErrorBody = v.object({
  errorMessages: v.optional(v.array(v.string()), []),
  errors: v.optional(v.record(v.string(), v.string()), {}),
});

/** What the app was told stays with it: it could name what the asking user may not see. */
function refusal(endpoint: string, status: number, text: string): JiraError {
  if (text === '') return new JiraError(endpoint, status);
  try {
    const { errorMessages, errors } = v.parse(ErrorBody, JSON.parse(text));
    return new JiraError(endpoint, status, errorMessages, errors);
  } catch (cause) {
    return new JiraError(endpoint, status, [], {}, { cause });
  }
}
