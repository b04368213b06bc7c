import { makeInvoke } from '@forge/bridge';
import type { Answer } from '../../../src/contract/answer';

type AnsweringApi<Api> = { [Call in keyof Api]: (request: never) => Promise<Answer<unknown>> };

type Requests<Api> = {
  [Call in keyof Api]: Api[Call] extends (request: infer Request) => infer Result
    ? (request: Request) => Result
    : never;
};

/**
 * The functions of one surface's resolver, as its contract declares them. Rejects when Forge could
 * not answer at all (no network, time-out, a crash); a refusal is a value of the answer.
 */
export function resolverOf<Api extends AnsweringApi<Api>>(): Requests<Api> {
  const invoke = makeInvoke<Record<string, (request: never) => unknown>>();
  const call = (name: string) => (request: unknown) => invoke(name, request as never);
  return new Proxy({} as Requests<Api>, { get: (_target, name) => call(String(name)) });
}
