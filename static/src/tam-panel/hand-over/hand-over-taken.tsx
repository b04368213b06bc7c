import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { HandOverView } from '../../../../src/contract/hand-over';
import type { PanelView } from '../../../../src/contract/tam-panel';
import { announceDone } from '../../bridge/flags';
import { ProblemNotice } from '../../ui/problem-notice';
import { Moment } from '../../ui/times';
import { useAction } from '../../ui/use-action';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import { HandOverFacts } from './hand-over-facts';
import { HandOverHead } from './hand-over-head';
import { HandOverHistory } from './hand-over-history';
import { HandOverReturnForm } from './hand-over-return-form';

export type HandOverProps = {
  view: HandOverView;
  mayAct: boolean;
  now: number;
  accept: (view: PanelView) => void;
};

/** What a blocker tells this department: read, accept, or return with a reason. */
export function HandOverTaken(props: HandOverProps) {
  const { view, now } = props;
  const { handOver: texts } = useTexts();
  const wasGiven = view.state !== 'none' && view.state !== 'withdrawn';
  return (
    <article
      className={view.state === 'given' && !view.isOver ? 'hand-over hand-over-waits' : 'hand-over'}
      aria-label={texts.from(view.department)}
    >
      <HandOverHead view={view} direction={texts.from(view.department)} turn="ours" />
      {view.doneSince !== null && (
        <p className="subtle">
          {texts.doneSince} <Moment at={view.doneSince} now={now} />
        </p>
      )}
      {wasGiven ? <HandOverFacts facts={view.fields} /> : <p>{texts.nothingYet}</p>}
      {view.state === 'returned' && <p>{texts.returnedByYou(view.department)}</p>}
      {wasGiven && !view.isOver && props.mayAct && <Answers {...props} />}
      <HandOverHistory history={view.history} now={now} />
    </article>
  );
}

function Answers({ view, accept }: HandOverProps) {
  const { handOver: texts } = useTexts();
  const [isReturning, setReturning] = useState(false);
  const answer = useAction();
  const acceptIt = () =>
    answer.run(
      () => resolver.acceptHandOver({ blockerId: view.otherId, version: view.version }),
      (next) => {
        accept(next);
        announceDone(texts.accepted);
      },
    );
  if (isReturning) {
    return <HandOverReturnForm view={view} accept={accept} close={() => setReturning(false)} />;
  }
  return (
    <>
      <div className="row">
        {view.state !== 'accepted' && (
          <Button
            spacing="compact"
            appearance={view.state === 'given' ? 'primary' : 'default'}
            isLoading={answer.isBusy}
            onClick={acceptIt}
          >
            {view.state === 'given' ? texts.accept : texts.acceptAfterAll}
          </Button>
        )}
        {view.state !== 'returned' && (
          <Button spacing="compact" isDisabled={answer.isBusy} onClick={() => setReturning(true)}>
            {texts.return}
          </Button>
        )}
      </div>
      <ProblemNotice problem={answer.problem} />
    </>
  );
}
