import Button from '@atlaskit/button/new';
import type { EpicRow } from '../../../../src/contract/views';
import { announceDone } from '../../bridge/flags';
import { ProblemNotice } from '../../ui/problem-notice';
import { RemoveButton } from '../../ui/remove-button';
import { useAction } from '../../ui/use-action';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import type { ManageProps } from './neighbourhood';

/** Asks whether the epic shall leave its client project. */
export function UnlinkButton({ epic, ask }: { epic: EpicRow; ask: () => void }) {
  const { unlink: texts } = useTexts().panel;
  return <RemoveButton name={texts.named(epic.key)} onClick={ask} />;
}

/** Asks in place, under the epic's row, before it leaves the client project. */
export function UnlinkQuestion(props: ManageProps & { epic: EpicRow; keep: () => void }) {
  const { unlink: texts } = useTexts().panel;
  const { epic, project, accept, keep } = props;
  const unlink = useAction();
  useReturnFocus();
  const confirm = () =>
    unlink.run(
      () => resolver.unlinkEpic({ issueId: epic.id }),
      (next) => {
        accept(next);
        announceDone(texts.done(epic.key, project.key));
        keep();
      },
    );
  return (
    <fieldset className="stack stack-tight" aria-label={texts.named(epic.key)}>
      <div className="row row-end">
        <span>{texts.ask(epic.key, project.key)}</span>
        <Button spacing="compact" appearance="danger" isLoading={unlink.isBusy} onClick={confirm}>
          {texts.action}
        </Button>
        <Button spacing="compact" appearance="subtle" autoFocus onClick={keep}>
          {texts.keep}
        </Button>
      </div>
      <ProblemNotice problem={unlink.problem} />
    </fieldset>
  );
}
