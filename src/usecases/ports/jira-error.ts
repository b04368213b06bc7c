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
