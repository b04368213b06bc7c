import type { Request } from '@forge/resolver';
import * as v from 'valibot';
import type { Answer } from '../contract/answer';
import type { UserEnv } from '../usecases/env';
import { liveLog, liveUserEnv } from '../usecases/live-env';
import { JiraBusyError } from '../usecases/ports/jira-busy-error';
import { isRefusal } from '../usecases/ports/jira-error';
import { refuse } from '../usecases/problem';
import { TEXTS, type Texts } from '../usecases/texts/texts';
import { describeError } from './edge-background';

/**
 * What Forge itself puts into a resolver's context, and what alone may be trusted (Forge docs,
 * "App context security"). `extension` depends on the module.
 */
const TrustedContext = v.object({
  accountId: v.string(),
  installContext: v.string(),
  locale: v.nullish(v.string(), 'en'),
  timezone: v.nullish(v.string(), 'UTC'),
  extension: v.nullish(v.record(v.string(), v.unknown()), {}),
});

/** What of the context a surface stands on; parsed from `extension`. */
export const OnIssue = v.object({ issue: v.object({ id: v.string() }) });
export const OnProject = v.object({ project: v.object({ id: v.string() }) });
export const Anywhere = v.object({});

export const Nothing = v.object({});

type Callback<Payload, Result> = (request: Request<Payload>) => Promise<Answer<Result>>;

/**
 * Makes the resolver functions of one surface. Each parses its payload by a schema and the place
 * from the trusted context, calls its use case with the world of the asking person, and turns
 * every error into an answer in his language: Jira's own words when it refused him, and of an
 * error that we did not foresee nothing but "something went wrong" (the log has its name).
 */
export function surface<Place extends v.GenericSchema>(name: string, place: Place) {
  return <Payload extends v.GenericSchema, Result>(
    functionKey: string,
    payload: Payload,
    act: (
      env: UserEnv,
      input: v.InferOutput<Payload>,
      place: v.InferOutput<Place>,
    ) => Promise<Answer<Result>>,
  ): Callback<v.InferInput<Payload>, Result> => {
    return async (request) => {
      const texts = TEXTS[languageOf(request.context)];
      try {
        const context = v.parse(TrustedContext, request.context);
        const env = liveUserEnv(context.installContext, {
          accountId: context.accountId,
          locale: languageOf(context),
          timeZone: knownZone(context.timezone ?? 'UTC'),
        });
        const input = v.safeParse(payload, request.payload ?? {});
        if (!input.success) return refuse('invalid', texts.badRequest);
        return await act(env, input.output, v.parse(place, context.extension));
      } catch (error) {
        liveLog.warn('failed', { function: `${name}.${functionKey}`, error: describeError(error) });
        return answerTo(error, texts);
      }
    };
  };
}

/** Known also of a context that cannot be trusted: an error is told in some language. */
function languageOf(context: object): UserEnv['viewer']['locale'] {
  const locale = 'locale' in context ? context.locale : null;
  return typeof locale === 'string' && locale.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

function answerTo(error: unknown, texts: Texts): Answer<never> {
  if (error instanceof JiraBusyError) return refuse('busy', texts.busy(error.retryAfterSeconds));
  if (isRefusal(error)) {
    const words = [...error.messages, ...Object.values(error.fields)].join(' ');
    const code =
      error.status === 403 ? 'notAllowed' : error.status === 404 ? 'notFound' : 'invalid';
    // Words of Jira are there only for calls as the user: the app might read him another's secrets.
    if (words !== '') return refuse(code, texts.refusedByJira(words));
  }
  return refuse('unavailable', texts.unavailable);
}

/** The zone if this runtime knows it: a date must not fail because of a name. */
function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
