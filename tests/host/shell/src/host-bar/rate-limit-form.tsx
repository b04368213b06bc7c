import type { FormEvent } from 'react';
import type { Switches } from '../lib/host-types';

type RateLimit = NonNullable<Switches['rateLimitNext']>;

/** The next calls of the app are refused with 429, as Jira does when it is asked too much. */
export function RateLimitForm({ onStart }: { onStart: (limit: RateLimit) => void }) {
  const start = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onStart({
      count: Number(form.get('count')),
      reason: 'jira-burst-based',
      retryAfterS: Number(form.get('retryAfterS')),
    });
  };
  return (
    <form className="host-row" onSubmit={start}>
      <label>
        Next calls of the app get 429{' '}
        <input name="count" type="number" min={1} max={100} defaultValue={3} />
      </label>
      <label>
        retry after (s) <input name="retryAfterS" type="number" min={0} max={60} defaultValue={1} />
      </label>
      <button type="submit">Start</button>
    </form>
  );
}
