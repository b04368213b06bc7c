import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/new';
import type { SimulationList, SimulationRow } from '../../../src/contract/simulation';
import { formatLocale } from '../i18n/locale';
import { Person } from '../ui/person';
import { ProblemNotice } from '../ui/problem-notice';
import { TableFrame } from '../ui/table-frame';
import { Moment } from '../ui/times';
import { type Action, useAction } from '../ui/use-action';
import { useTexts, useViewer } from '../ui/viewer';
import { backfillLooks } from './backfill-looks';
import { resolver } from './resolver';
import { RunProgress } from './run-progress';
import { isSimulating, type Simulations } from './use-simulations';

type Props = Pick<Simulations, 'list' | 'accept' | 'show'>;

/** The last runs: who asked what, how far each is, and a way to open, stop or forget it. */
export function SimulationRuns({ list, accept, show }: Props) {
  const { simulation } = useTexts();
  const action = useAction();
  const { runColumns: columns } = simulation;
  return (
    <>
      <h3>{simulation.runs}</h3>
      <TableFrame label={simulation.runs}>
        <thead>
          <tr>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.contracts}</th>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col" className="number">
              {columns.flips}
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
  run: SimulationRow;
  isOpen: boolean;
  show: () => void;
  action: Action;
  accept: (next: SimulationList) => void;
};

function RunLine({ run, isOpen, show, action, accept }: LineProps) {
  const { texts, language } = useViewer();
  const { simulation } = texts;
  const about = simulation.about(run.clientProjectKey, run.months);
  return (
    <tr className={isOpen ? 'table-this' : undefined}>
      <th scope="row">
        <button
          type="button"
          className="link-button"
          aria-current={isOpen ? 'true' : undefined}
          onClick={show}
        >
          {about}
        </button>
        <div className="small subtle">
          <Moment at={run.startedAt} now={Date.now()} />
        </div>
      </th>
      <td className="table-name-cell">
        <bdi>{run.other}</bdi>
        <div className="small subtle">
          {simulation.insteadOf} <bdi>{run.present}</bdi>
        </div>
      </td>
      <td>
        <Person person={run.startedBy} none={simulation.nobody} />
      </td>
      <td>
        <RunState run={run} />
      </td>
      <td className="number">
        {isSimulating(run) ? '–' : run.flipCount.toLocaleString(formatLocale(language))}
      </td>
      <td>
        <RunButtons run={run} action={action} accept={accept} />
      </td>
    </tr>
  );
}

function RunState({ run }: { run: SimulationRow }) {
  const { settings, simulation } = useTexts();
  if (run.isStuck) {
    return (
      <>
        <Lozenge appearance="warning">{simulation.stuck}</Lozenge>
        <div className="small subtle">{simulation.stuckHint}</div>
      </>
    );
  }
  return (
    <span className="row">
      <Lozenge appearance={backfillLooks[run.state]}>{settings.backfillStates[run.state]}</Lozenge>
      {run.state !== 'waiting' && <RunProgress run={run} />}
    </span>
  );
}

function RunButtons({ run, action, accept }: Pick<LineProps, 'run' | 'action' | 'accept'>) {
  const { simulation } = useTexts();
  const about = simulation.about(run.clientProjectKey, run.months);
  const request = { simulationId: run.id };
  const offered = [
    run.isStuck && (['resume', resolver.resumeSimulation] as const),
    isSimulating(run) && (['cancel', resolver.cancelSimulation] as const),
    !isSimulating(run) && (['remove', resolver.deleteSimulation] as const),
  ].filter((it) => it !== false);
  return (
    <span className="row row-end">
      {offered.map(([name, call]) => (
        <Button
          key={name}
          spacing="compact"
          appearance={name === 'resume' ? 'default' : 'subtle'}
          isDisabled={action.isBusy}
          aria-label={`${simulation[name]}: ${about}`}
          onClick={() => action.run(() => call(request), accept)}
        >
          {simulation[name]}
        </Button>
      ))}
    </span>
  );
}
