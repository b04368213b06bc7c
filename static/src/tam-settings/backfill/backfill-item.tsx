import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/new';
import type { BackfillView } from '../../../../src/contract/tam-settings';
import { momentText } from '../../i18n/moments';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useTexts, useViewer } from '../../ui/viewer';
import { resolver } from '../resolver';
import { isUnderWay } from '../runs/run';
import { runLooks } from '../runs/run-looks';
import { RunProgress } from '../runs/run-progress';
import { SkippedIssues } from './skipped-issues';

type Props = { backfill: BackfillView; accept: (next: readonly BackfillView[]) => void };

/** One backfill: how far, since when, what it left out and why. */
export function BackfillItem({ backfill, accept }: Props) {
  const { settings, runs } = useTexts();
  const cancel = useAction();
  const { clientProjectKey: key, state } = backfill;
  const stop = () => cancel.run(() => resolver.cancelBackfill({ backfillId: backfill.id }), accept);
  return (
    <li className="stack stack-tight">
      <div className="row">
        <strong>{key}</strong>
        <Lozenge appearance={runLooks[state]}>{runs.states[state]}</Lozenge>
        {state !== 'waiting' && <RunProgress run={backfill} label={settings.backfillBar(key)} />}
        <BackfillTimes backfill={backfill} />
        {isUnderWay(backfill) && (
          <Button
            spacing="compact"
            aria-label={settings.backfillCancel(key)}
            isLoading={cancel.isBusy}
            onClick={stop}
          >
            {settings.backfillStop}
          </Button>
        )}
      </div>
      {backfill.error && <p className="danger">{backfill.error}</p>}
      {(state === 'failed' || state === 'cancelled') && (
        <p className="subtle small">{settings.backfillAgain}</p>
      )}
      <ProblemNotice problem={cancel.problem} />
      <SkippedIssues skipped={backfill.skipped} />
    </li>
  );
}

function BackfillTimes({ backfill }: { backfill: BackfillView }) {
  const viewer = useViewer();
  const { settings } = viewer.texts;
  const moment = (at: string) => momentText(Date.parse(at), Date.now(), viewer);
  const { startedAt, finishedAt, state } = backfill;
  const ended = state === 'done' ? settings.backfillFinished : settings.backfillStopped;
  const text =
    finishedAt === null ? settings.backfillStarted(moment(startedAt)) : ended(moment(finishedAt));
  return <span className="subtle small">{text}</span>;
}
