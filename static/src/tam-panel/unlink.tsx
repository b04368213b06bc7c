import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { announceDone } from '../bridge/flags';
import { ProblemNotice } from '../ui/problem-notice';
import { useAction } from '../ui/use-action';
import { useTexts } from '../ui/viewer';
import type { ManageProps } from './neighbourhood';
import { resolver } from './resolver';

type Props = ManageProps & { epic: { id: string; key: string } };

/** Takes an epic out of the client project, after asking in place. */
export function Unlink({ epic, project, accept }: Props) {
  const { unlink: texts } = useTexts().panel;
  const [isAsking, setAsking] = useState(false);
  const unlink = useAction();
  if (!isAsking) {
    return (
      <Button
        spacing="compact"
        appearance="subtle"
        aria-label={texts.named(epic.key)}
        onClick={() => setAsking(true)}
      >
        {texts.action}
      </Button>
    );
  }
  const confirm = () =>
    unlink.run(
      () => resolver.unlinkEpic({ issueId: epic.id }),
      (next) => {
        accept(next);
        announceDone(texts.done(epic.key, project.key));
      },
    );
  return (
    <fieldset className="stack stack-tight" aria-label={texts.named(epic.key)}>
      <p className="small">{texts.ask(epic.key, project.key)}</p>
      <div className="row">
        <Button spacing="compact" appearance="danger" isLoading={unlink.isBusy} onClick={confirm}>
          {texts.action}
        </Button>
        <Button
          spacing="compact"
          appearance="subtle"
          // The question replaced the button that had the focus.
          autoFocus
          onClick={() => setAsking(false)}
        >
          {texts.keep}
        </Button>
      </div>
      <ProblemNotice problem={unlink.problem} />
    </fieldset>
  );
}
