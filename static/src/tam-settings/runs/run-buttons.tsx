import Button from '@atlaskit/button/new';
import type { Action } from '../../ui/use-action';
import { useTexts } from '../../ui/viewer';
import { isUnderWay, type Run } from './run';
import type { RunKind } from './run-kind';

type Props<Row extends Run, List> = {
  readonly run: Row;
  readonly kind: Pick<RunKind<Row, List>, 'about' | 'calls'>;
  readonly action: Action;
  readonly accept: (next: List) => void;
};

/** What may be done with a run: start again what is stuck, stop what goes on, forget what is over. */
export function RunButtons<Row extends Run, List>({ run, kind, action, accept }: Props<Row, List>) {
  const { runs: texts } = useTexts();
  const offered = [
    run.isStuck && ('resume' as const),
    isUnderWay(run) ? ('cancel' as const) : ('remove' as const),
  ].filter((name) => name !== false);
  return (
    <span className="row row-end">
      {offered.map((name) => (
        <Button
          key={name}
          spacing="compact"
          appearance={name === 'resume' ? 'default' : 'subtle'}
          isDisabled={action.isBusy}
          aria-label={`${texts[name]}: ${kind.about(run)}`}
          onClick={() => action.run(() => kind.calls[name](run.id), accept)}
        >
          {texts[name]}
        </Button>
      ))}
    </span>
  );
}
