/** Counts what is under way, and tells when nothing is. */
export class Activity {
  private count = 0;
  private waiters: (() => void)[] = [];

  get busy(): boolean {
    return this.count > 0;
  }

  /** What work that nobody waits for has thrown. */
  readonly faults: Error[] = [];

  /** Does work that nobody waits for. Its error is kept in `faults`, for settle() to throw. */
  start(work: () => Promise<void>): void {
    void this.during(work).catch((error: unknown) => {
      this.faults.push(error instanceof Error ? error : new Error(String(error)));
    });
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    this.count += 1;
    try {
      return await work();
    } finally {
      this.count -= 1;
      this.tell();
    }
  }

  /** Resolves at the next end of anything. */
  change(): Promise<void> {
    return new Promise((resolve) => this.waiters.push(resolve));
  }

  private tell(): void {
    const waiting = this.waiters;
    this.waiters = [];
    for (const resolve of waiting) resolve();
  }
}
