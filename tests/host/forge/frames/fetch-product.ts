import type { InvocationRecord } from '../invocation';
import type { JiraService } from '../services/jira-service';
import { NotModelledByForge, type OpenInvocation } from '../services/service';

/** What @forge/bridge's requestJira sends over the bridge. */
type FetchProduct = {
  product: string;
  restPath: string;
  fetchRequestInit: { method?: string; body?: string | null; headers?: [string, string][] };
  isMultipartFormData?: boolean;
};

export type ProductAnswer = {
  body: string;
  headers: Record<string, string>;
  status: number;
  statusText: string;
  isAttachment: boolean;
};

/** A screen's own Jira request: as its person, within the app's scopes, free of charge. */
export async function fetchProduct(
  jira: JiraService,
  payload: unknown,
  invocation: OpenInvocation,
): Promise<ProductAnswer> {
  const { product, restPath, fetchRequestInit, isMultipartFormData } = payload as FetchProduct;
  if (product !== 'jira' || isMultipartFormData === true) {
    throw new NotModelledByForge(`a screen's request to ${product} (${restPath})`);
  }
  const call = {
    invocation,
    method: fetchRequestInit.method ?? 'GET',
    target: restPath,
    body: fetchRequestInit.body ?? '',
    headers: Object.fromEntries(fetchRequestInit.headers ?? []),
  };
  const { status, headers = {}, body } = await jira(call, 'user');
  return {
    body: body === undefined ? '' : JSON.stringify(body),
    headers,
    status,
    statusText: String(status),
    isAttachment: false,
  };
}

/** The inspector's line for it. */
export function bridgeRecord(
  id: number,
  at: number,
  moduleKey: string,
  actor: string,
): InvocationRecord {
  return {
    id,
    at,
    functionKey: 'requestJira',
    moduleKey,
    trigger: 'bridge',
    actor,
    ms: 0,
    memoryMb: 0,
    gbSeconds: 0,
    jiraCalls: [],
    sql: [],
    kvs: { reads: 0, writes: 0 },
    logs: [],
  };
}
