import type { Actor, Jira, JiraResponse } from '../../jira/jira';
import type { AppManifest } from '../manifest/app-manifest';
import { judgeScopes } from '../permissions/judge-scopes';
import { NotModelledByForge, type ServiceCall, type ServiceReply } from './service';

/** Calls Jira for the app: as the invocation's user or as the app itself, within its scopes. */
export type JiraService = (call: ServiceCall, as: 'user' | 'app') => Promise<ServiceReply>;

export function createJiraService(jira: Jira, manifest: AppManifest): JiraService {
  return async (call, as) => {
    const started = performance.now();
    const actor = actorOf(call, as);
    if (actor === undefined) return needsAuthentication();
    const reply =
      refuseWithoutScope(manifest, call) ??
      (await jira.request({
        method: call.method,
        path: call.target,
        actor,
        via: 'app',
        headers: call.headers,
        ...(call.body === '' ? {} : { body: parseBody(call.body) }),
      }));
    call.invocation.record.jiraCalls.push({
      method: call.method,
      path: call.target,
      as,
      status: reply.status,
      points: reply.points,
      ms: performance.now() - started,
    });
    return reply;
  };
}

function actorOf(call: ServiceCall, as: 'user' | 'app'): Actor | undefined {
  if (as === 'app') return { kind: 'app' };
  const accountId = call.invocation.actor;
  return accountId === undefined ? undefined : { kind: 'user', accountId };
}

/** What the proxy answers when asUser() is called where no user is: the SDK throws by the header. */
function needsAuthentication(): ServiceReply {
  return {
    status: 401,
    headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' },
    body: { message: 'Authentication Required' },
  };
}

function refuseWithoutScope(manifest: AppManifest, call: ServiceCall): JiraResponse | undefined {
  const verdict = judgeScopes(manifest.scopes, call.method, call.target);
  if (verdict.kind === 'allowed') return undefined;
  if (verdict.kind === 'unknown') {
    throw new NotModelledByForge(`the scope of ${call.method} ${call.target}`);
  }
  const message = `manifest.yml lacks the scope ${verdict.scopes.join(', ')} of ${call.method} ${call.target}`;
  return { status: 403, headers: {}, body: { errorMessages: [message], errors: {} }, points: 0 };
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new NotModelledByForge('a Jira request whose body is not JSON');
  }
}
