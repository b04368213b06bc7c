import Lozenge from '@atlaskit/lozenge/new';
import type { ReactNode } from 'react';
import { formatLocale } from '../../i18n/locale';
import { Person } from '../../ui/person';
import { ProblemNotice } from '../../ui/problem-notice';
import { TableFrame } from '../../ui/table-frame';
import { Moment } from '../../ui/times';
import { useAction } from '../../ui/use-action';
import { useTexts, useViewer } from '../../ui/viewer';
import type { Run } from './run';
import { RunButtons } from './run-buttons';
import type { RunKind } from './run-kind';
import { runLooks } from './run-looks';
import { RunProgress } from './run-progress';
import type { RunList, Runs } from './use-run-list';

type Props<Row extends Run, List extends Runs<Row>> = Pick<
  RunList<List>,
  'list' | 'accept' | 'show'
> & {
  readonly kind: RunKind<Row, List>;
};

/** The last runs: who asked what, how far each is, and a way to open, stop or forget it. */
export function RunTable<Row extends Run, List extends Runs<Row>>(props: Props<Row, List>) {
  const { list, accept, show, kind } = props;
  const { runs: texts } = useTexts();
  const action = useAction();
  return (
    <>
      <TableFrame label={kind.title}>
        <thead>
          <tr>
            <th scope="col">{kind.columns.what}</th>
            {kind.detail && <th scope="col">{kind.detail.title}</th>}
            <th scope="col">{texts.columns.who}</th>
            <th scope="col">{texts.columns.state}</th>
            <th scope="col" className="number">
              {kind.columns.count}
            </th>
            <th scope="col">
              <span className="for-readers-only">{texts.columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.runs.map((run) => (
            <RunLine
              key={run.id}
              run={run}
              kind={kind}
              isOpen={run.id === list.open?.id}
              show={() => show(run.id)}
              buttons={<RunButtons run={run} kind={kind} action={action} accept={accept} />}
            />
          ))}
        </tbody>
      </TableFrame>
      <ProblemNotice problem={action.problem} />
    </>
  );
}

type LineProps<Row extends Run, List> = {
  readonly run: Row;
  readonly kind: RunKind<Row, List>;
  readonly isOpen: boolean;
  readonly show: () => void;
  readonly buttons: ReactNode;
};

function RunLine<Row extends Run, List>(props: LineProps<Row, List>) {
  const { run, kind, isOpen, show, buttons } = props;
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
          {kind.about(run)}
        </button>
        <div className="small subtle">
          <Moment at={run.startedAt} now={Date.now()} />
        </div>
      </th>
      {kind.detail && <td className="table-name-cell">{kind.detail.of(run)}</td>}
      <td>
        <Person person={run.startedBy} none={texts.runs.nobody} />
      </td>
      <td>
        <RunState run={run} bar={kind.bar} />
      </td>
      <td className="number">{kind.countOf(run)?.toLocaleString(formatLocale(language)) ?? '–'}</td>
      <td>{buttons}</td>
    </tr>
  );
}

function RunState({ run, bar }: { readonly run: Run; readonly bar: string }) {
  const { runs: texts } = useTexts();
  if (run.isStuck) {
    return (
      <>
        <Lozenge appearance="warning">{texts.stuck}</Lozenge>
        <div className="small subtle">{texts.stuckHint}</div>
      </>
    );
  }
  return (
    <span className="row">
      <Lozenge appearance={runLooks[run.state]}>{texts.states[run.state]}</Lozenge>
      {run.state !== 'waiting' && <RunProgress run={run} label={bar} />}
    </span>
  );
}
