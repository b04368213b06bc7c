/** The answer of Jira or of the host was not a success; `message` is what a person may read. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

type ErrorBody = {
  errorMessages?: string[];
  errors?: Record<string, string>;
  error?: string | { message?: string };
  message?: string;
};

function explain(status: number, body: ErrorBody | undefined): string {
  const own = typeof body?.error === 'string' ? body.error : body?.error?.message;
  const texts = [
    ...(body?.errorMessages ?? []),
    ...Object.values(body?.errors ?? {}),
    ...(own ? [own] : []),
    ...(body?.message ? [body.message] : []),
  ];
  return texts.length > 0 ? texts.join(' ') : `The server answered ${status}.`;
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return { message: text.slice(0, 300) };
  }
}

async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = parse(await response.text());
  if (!response.ok) {
    throw new RequestRefused(response.status, explain(response.status, answer as ErrorBody));
  }
  return answer as T;
}

/** Talks to the local Jira (/rest/...) and to the host (/host/...) as the acting person. */
export const http = {
  get: <T>(path: string) => send<T>('GET', path),
  post: <T>(path: string, body?: unknown) => send<T>('POST', path, body ?? {}),
  put: <T>(path: string, body: unknown) => send<T>('PUT', path, body),
  delete: <T>(path: string) => send<T>('DELETE', path),
};

export function textOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
