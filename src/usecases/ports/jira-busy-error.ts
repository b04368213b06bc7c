/** Jira asked to be left alone (429 or 503). Whoever can wait queues his work for later. */
export class JiraBusyError extends Error {
  override readonly name = 'JiraBusyError';

  constructor(
    /** What Jira said in Retry-After, or a guess; whole seconds. */
    readonly retryAfterSeconds: number,
    /** Jira's RateLimit-Reason, when it gave one. */
    readonly reason: string | null,
  ) {
    super(`Jira is busy for ${retryAfterSeconds} s (${reason ?? 'no reason given'})`);
  }
}
