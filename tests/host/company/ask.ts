import type { Answer } from '../../../src/contract/answer';
import type { InvokeAs } from '../forge/forge';
import type { Host } from '../host';

/** Calls a resolver as a page would and unwraps its answer; a refusal fails with its text. */
export function asker(host: Host, moduleKey: string, from: InvokeAs) {
  return async <T>(functionKey: string, payload: unknown): Promise<T> => {
    const answer = (await host.invoke(moduleKey, functionKey, payload, from)) as Answer<T>;
    if (!answer.ok) throw new Error(`${moduleKey}.${functionKey}: ${answer.problem.text}`);
    return answer.value;
  };
}
