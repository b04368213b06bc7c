import * as v from 'valibot';
import type { Env, UserEnv } from '../usecases/env';
import { liveAskAgain, liveEnv, liveLog, liveUserEnv } from '../usecases/live-env';

/** The second argument of every Forge function (Forge docs, "Function arguments"). */
const InvocationContext = v.object({
  installContext: v.string(),
  principal: v.nullish(v.object({ accountId: v.string() })),
});

/** What is known of an invocation without looking at its body. */
export type Background = {
  readonly env: Env;
  /** Who caused it, where Forge says so; events, queues and schedules have nobody. */
  readonly accountId: string | null;
};

/**
 * Wraps a consumer or schedule: parses the body by the schema, gives the handler the world of the
 * invocation's site, and hands back what it returns. A body that does not parse is logged and
 * dropped: sent again, it would be no better. Errors are logged by name and thrown: Forge then
 * delivers to a consumer again, and a schedule has its next time.
 */
export function inBackground<Body extends v.GenericSchema, Result>(
  name: string,
  body: Body,
  act: (background: Background, body: v.InferOutput<Body>) => Promise<Result>,
): (payload: unknown, context: unknown) => Promise<Result | undefined> {
  return async (payload, context) => {
    const parsed = v.safeParse(body, payload);
    if (!parsed.success) {
      liveLog.warn('body dropped', { function: name, issues: parsed.issues.length });
      return undefined;
    }
    try {
      return await act(openBackground(context), parsed.output);
    } catch (error) {
      liveLog.warn('failed', { function: name, error: describeError(error) });
      throw error;
    }
  };
}

/** A new version of the app cannot push to its queues for a minute or two. */
const EVENT_AGAIN_SECONDS = 60;

/** The same for a product event, which Forge delivers again only if it is asked to. */
export function onEvent<Body extends v.GenericSchema>(
  name: string,
  body: Body,
  act: (background: Background, body: v.InferOutput<Body>) => Promise<void>,
): (payload: unknown, context: unknown) => Promise<unknown> {
  const run = inBackground(name, body, act);
  return async (payload, context) => {
    try {
      return await run(payload, context);
    } catch {
      return liveAskAgain(EVENT_AGAIN_SECONDS);
    }
  };
}

/** Opens the world of an invocation that nobody's page made. */
export function openBackground(context: unknown): Background {
  const { installContext, principal } = v.parse(InvocationContext, context);
  return { env: liveEnv(installContext), accountId: principal?.accountId ?? null };
}

/**
 * The world of the person who looks at an issue, where no resolver context says who he is; null
 * when Forge names nobody. His language and zone are not told either.
 */
export function openForLooker(context: unknown): UserEnv | null {
  const { installContext, principal } = v.parse(InvocationContext, context);
  if (!principal) return null;
  const { accountId } = principal;
  return liveUserEnv(installContext, { accountId, locale: 'en', timeZone: 'UTC' });
}

/**
 * An error for the log, without personal data: our own messages hold none, but a schema's message
 * quotes the value that it did not expect, and a database's the row that it refused.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  if (error instanceof v.ValiError) {
    const issues = error.issues as readonly v.BaseIssue<unknown>[];
    return `${error.name}: ${issues.map((issue) => v.getDotPath(issue) ?? 'the whole').join(', ')}`;
  }
  if ('code' in error) return `${error.name}: ${String(error.code)}`;
  return `${error.name}: ${error.message}`;
}
