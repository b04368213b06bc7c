/**
 * Jira refused a call, or answered what we cannot read. The message names the endpoint and the
 * status, never a value of the request. (429 and 503 end as JiraBusyError.)
 */
export class JiraError extends Error {
  override readonly name = 'JiraError';

  constructor(
    /** Method and path with {names} in place of ids. */
    readonly endpoint: string,
    /** HTTP status; 0 when the answer was there and unreadable. */
    readonly status: number,
    /** Jira's own words, for people; empty when it gave none. */
    readonly messages: readonly string[] = [],
    /** Jira's words per field of the request. */
    readonly fields: Readonly<Record<string, string>> = {},
    options?: ErrorOptions,
  ) {
    super(`${endpoint}: ${status === 0 ? 'unreadable answer' : `status ${status}`}`, options);
  }
}

/**
 * Did Jira understand a call and say no to it (4xx)? Then trying again helps nobody. False for what
 * asks to wait, for what Jira could not do (5xx) and for an answer that we cannot read.
 */
export function isRefusal(error: unknown): error is JiraError {
  return error instanceof JiraError && error.status >= 400 && error.status < 500;
}
