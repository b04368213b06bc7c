import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import type { ReactNode } from 'react';
import type { Loaded } from '../lib/use-load';

type LoadStateProps<T> = { of: Loaded<T>; what: string; children: (data: T) => ReactNode };

/** Spinner, error with retry, or the thing itself. */
export function LoadState<T>({ of, what, children }: LoadStateProps<T>) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error === undefined) {
    return (
      <div className="loading">
        <Spinner label={`Loading ${what}`} />
      </div>
    );
  }
  return (
    <SectionMessage appearance="error" title={`We couldn't load ${what}`}>
      <p>{of.error}</p>
      <Button onClick={() => void of.reload()}>Try again</Button>
    </SectionMessage>
  );
}
