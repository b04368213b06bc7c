import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { announceDone } from '../../bridge/flags';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import { HandOverFacts } from './hand-over-facts';
import { HandOverGiveForm } from './hand-over-give-form';
import { HandOverHead } from './hand-over-head';
import { HandOverHistory } from './hand-over-history';
import type { HandOverProps } from './hand-over-taken';

/** What this issue tells the department of a successor: what lacks, what was given, how it stands. */
export function HandOverGiven(props: HandOverProps) {
  const { view, now } = props;
  const { handOver: texts } = useTexts();
  const wasGiven = view.state !== 'none' && view.state !== 'withdrawn';
  const lastReturn = view.history.findLast(({ kind }) => kind === 'returned');
  return (
    <article
      className={
        view.state === 'returned' && !view.isOver ? 'hand-over hand-over-waits' : 'hand-over'
      }
      aria-label={texts.to(view.department)}
    >
      <HandOverHead view={view} direction={texts.to(view.department)} turn="theirs" />
      {view.state === 'returned' ? (
        <>
          <p className="hand-over-round">
            <bdi>{lastReturn?.reason}</bdi>
          </p>
          <p>{texts.returnedToYou}</p>
        </>
      ) : (
        view.lacks.length > 0 &&
        !view.isOver && (
          <p>
            {view.gatesFinish && view.doneSince === null
              ? texts.lacksToFinish(view.lacks.join(', '))
              : texts.lacks(view.lacks.join(', '))}
          </p>
        )
      )}
      {wasGiven && <HandOverFacts facts={view.fields} />}
      {!view.isOver && props.mayAct && <Acts {...props} />}
      <HandOverHistory history={view.history} now={now} />
    </article>
  );
}

function Acts({ view, accept }: HandOverProps) {
  const { handOver: texts } = useTexts();
  const [isGiving, setGiving] = useState(false);
  const withdraw = useAction();
  const takeBack = () =>
    withdraw.run(
      () => resolver.withdrawHandOver({ successorId: view.otherId, version: view.version }),
      (next) => {
        accept(next);
        announceDone(texts.withdrawn);
      },
    );
  if (isGiving) {
    return <HandOverGiveForm view={view} accept={accept} close={() => setGiving(false)} />;
  }
  const isStanding = view.state === 'given' || view.state === 'accepted';
  const label = isStanding ? texts.change : texts.give;
  return (
    <>
      <div className="row">
        <Button spacing="compact" isDisabled={withdraw.isBusy} onClick={() => setGiving(true)}>
          {view.state === 'returned' ? texts.giveAgain : label}
        </Button>
        {view.state === 'given' && (
          <Button
            spacing="compact"
            appearance="subtle"
            isLoading={withdraw.isBusy}
            onClick={takeBack}
          >
            {texts.withdraw}
          </Button>
        )}
      </div>
      <ProblemNotice problem={withdraw.problem} />
    </>
  );
}
