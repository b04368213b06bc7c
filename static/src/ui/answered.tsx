import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { relativeText } from '../i18n/moments';
import { Empty } from './empty';
import { FailureNotice } from './failure-notice';
import { Skeleton } from './skeleton';
import type { Asked } from './use-answer';
import { useBrowserNow } from './use-now';
import { useViewer } from './viewer';

type Props<T> = {
  asked: Asked<T>;
  children: (value: T, loadedAt: number) => ReactNode;
  /** Where to go when it is not there, instead of asking again. */
  elsewhere?: ReactNode;
};

/** Everything that an asked thing can be: on its way, refused, failed, there, or there but old. */
export function Answered<T>({ asked, children, elsewhere }: Props<T>) {
  const { texts } = useViewer();
  const { state, reload } = asked;
  switch (state.kind) {
    case 'loading':
      return <Skeleton label={texts.shared.loading} />;
    case 'failed':
      return <FailureNotice texts={texts} retry={reload} />;
    case 'problem':
      return (
        <Empty title={problemTitle(state.problem.code, texts)} text={state.problem.text}>
          {state.problem.code === 'notFound' && elsewhere}
          {passes(state.problem.code, elsewhere) && (
            <Button onClick={reload}>{texts.shared.retry}</Button>
          )}
        </Empty>
      );
    case 'ready':
      return (
        <>
          {state.isStale && <StaleNotice loadedAt={state.loadedAt} reload={reload} />}
          {children(state.value, state.loadedAt)}
        </>
      );
  }
}

/** Asking again may help: not where a right is missing, nor where the way leads elsewhere. */
function passes(code: string, elsewhere: ReactNode): boolean {
  return code !== 'notAllowed' && !(code === 'notFound' && elsewhere);
}

function problemTitle(code: string, texts: ReturnType<typeof useViewer>['texts']): string {
  if (code === 'notAllowed') return texts.shared.notAllowedTitle;
  if (code === 'notFound') return texts.shared.notFoundTitle;
  return texts.shared.failedTitle;
}

function StaleNotice(props: { loadedAt: number; reload: () => void }) {
  const viewer = useViewer();
  const now = useBrowserNow(30_000);
  return (
    <div className="notice notice-warning notice-inline" role="status">
      <p>{viewer.texts.shared.stale(relativeText(props.loadedAt, now, viewer))}</p>
      <Button spacing="compact" onClick={props.reload}>
        {viewer.texts.shared.retry}
      </Button>
    </div>
  );
}
