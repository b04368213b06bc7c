import { CONTEXT_ARI, SITE } from '../site';

export type EventFacts = {
  handler: string;
  body: unknown;
  moduleKey: string;
  functionKey: string;
  invocationId: string;
  actor: string | undefined;
  appId: string;
  scopes: string[];
  timeoutMs: number;
  clockOffsetMs: number;
  /** How many times faster timers run. */
  haste: number;
  proxy: { url: string; token: string };
};

/** What Forge's runtime hands to the wrapper for one invocation. */
export function lambdaEvent(facts: EventFacts): unknown {
  const { appId, functionKey, invocationId, moduleKey } = facts;
  return {
    handler: facts.handler,
    body: facts.body,
    variables: [],
    _meta: {
      contextAri: CONTEXT_ARI,
      ...(facts.actor === undefined ? {} : { aaid: facts.actor }),
      timeout: facts.timeoutMs,
      tracing: { traceId: invocationId.replaceAll('-', ''), spanId: invocationId.slice(0, 16) },
      proxy: facts.proxy,
      hostClockOffsetMs: facts.clockOffsetMs,
      hostHaste: facts.haste,
      appContext: {
        appId,
        appVersion: SITE.appVersion,
        environmentId: SITE.environmentId,
        environmentType: SITE.environmentType,
        installationId: SITE.installationId,
        installation: {
          ari: { installationId: SITE.installationId },
          contexts: [{ cloudId: SITE.cloudId }],
        },
        invocationId,
        moduleKey,
        functionKey,
        permissions: { scopes: facts.scopes, external: {} },
      },
    },
  };
}
