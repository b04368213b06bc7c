import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/new';
import type { DryRunList, DryRunRow } from '../../../../src/contract/order-settings';
import { formatLocale } from '../../i18n/locale';
import { Person } from '../../ui/person';
import { ProblemNotice } from '../../ui/problem-notice';
import { ProgressBar } from '../../ui/progress-bar';
import { TableFrame } from '../../ui/table-frame';
import { Moment } from '../../ui/times';
import { type Action, useAction } from '../../ui/use-action';
import { useTexts, useViewer } from '../../ui/viewer';
import { backfillLooks } from '../backfill-looks';
import { resolver } from '../resolver';
import type { RunList } from '../use-run-list';
import { isRunning } from './use-dry-runs';

type Props = Pick<RunList<DryRunList>, 'list' | 'accept' | 'show'>;

/** The last dry runs: how far each is, and a way to open, stop or forget it. */
export function DryRunTable({ list, accept, show }: Props) {
  const { orderSettings: texts } = useTexts();
  const action = useAction();
  const { runColumns: columns } = texts;
  return (
    <>
      <TableFrame label={texts.runs}>
        <thead>
          <tr>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col" className="number">
              {columns.refused}
            </th>
            <th scope="col">
              <span className="for-readers-only">{columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.runs.map((run) => (
            <RunLine
              key={run.id}
              run={run}
              isOpen={run.id === list.open?.id}
              show={() => show(run.id)}
              action={action}
              accept={accept}
            />
          ))}
        </tbody>
      </TableFrame>
      <ProblemNotice problem={action.problem} />
    </>
  );
}

type LineProps = {
  readonly run: DryRunRow;
  readonly isOpen: boolean;
  readonly show: () => void;
  readonly action: Action;
  readonly accept: (next: DryRunList) => void;
};

function RunLine({ run, isOpen, show, action, accept }: LineProps) {
  const { texts, language } = useViewer();
  return (
    <tr className={isOpen ? 'table-this' : undefined}>
      <th scope="row">
        <button
          type="button"
          className="link-button"
          aria-current={isOpen ? 'true' : undefined}
          onClick={show}
        >
          {texts.orderSettings.runAbout(run.days)}
        </button>
        <div className="small subtle">
          <Moment at={run.startedAt} now={Date.now()} />
        </div>
      </th>
      <td>
        <Person person={run.startedBy} none={texts.simulation.nobody} />
      </td>
      <td>
        <RunState run={run} />
      </td>
      <td className="number">{run.refusedCount?.toLocaleString(formatLocale(language)) ?? '–'}</td>
      <td>
        <RunButtons run={run} action={action} accept={accept} />
      </td>
    </tr>
  );
}

function RunState({ run }: { run: DryRunRow }) {
  const { texts, language } = useViewer();
  const { orderSettings, settings } = texts;
  if (run.isStuck) {
    return (
      <>
        <Lozenge appearance="warning">{orderSettings.stuck}</Lozenge>
        <div className="small subtle">{orderSettings.stuckHint}</div>
      </>
    );
  }
  const count = (value: number) => value.toLocaleString(formatLocale(language));
  const { done, total } = run;
  const text = total === null ? count(done) : settings.backfillOf(count(done), count(total));
  return (
    <span className="row">
      <Lozenge appearance={backfillLooks[run.state]}>{settings.backfillStates[run.state]}</Lozenge>
      {run.state === 'running' && (
        <ProgressBar label={orderSettings.bar} text={text} part={total ? done / total : null} />
      )}
    </span>
  );
}

function RunButtons({ run, action, accept }: Pick<LineProps, 'run' | 'action' | 'accept'>) {
  const { orderSettings: texts } = useTexts();
  const about = texts.runAbout(run.days);
  const request = { dryRunId: run.id };
  const offered = [
    run.isStuck && ([texts.resumeRun, resolver.resumeDryRun] as const),
    isRunning(run) && ([texts.cancelRun, resolver.cancelDryRun] as const),
    !isRunning(run) && ([texts.deleteRun, resolver.deleteDryRun] as const),
  ].filter((it) => it !== false);
  return (
    <span className="row row-end">
      {offered.map(([name, call]) => (
        <Button
          key={name}
          spacing="compact"
          appearance="subtle"
          isDisabled={action.isBusy}
          aria-label={`${name}: ${about}`}
          onClick={() => action.run(() => call(request), accept)}
        >
          {name}
        </Button>
      ))}
    </span>
  );
}
