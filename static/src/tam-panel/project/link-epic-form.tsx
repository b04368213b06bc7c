import { type FormEvent, useState } from 'react';
import type { EpicChoice } from '../../../../src/contract/tam-panel';
import { announceDone } from '../../bridge/flags';
import { FormButtons } from '../../ui/form-buttons';
import { ProblemNotice } from '../../ui/problem-notice';
import { RemoveButton } from '../../ui/remove-button';
import { SearchField } from '../../ui/search-field';
import { useAction } from '../../ui/use-action';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import type { ManageProps } from './neighbourhood';

/** Finds an epic of any department by key or text and links it to this client project. */
export function LinkEpicForm({ project, accept, close }: ManageProps & { close: () => void }) {
  const { panel, shared } = useTexts();
  const [choice, setChoice] = useState<EpicChoice | null>(null);
  const [isMissing, setMissing] = useState(false);
  const link = useAction();
  useReturnFocus();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(choice === null);
    if (choice === null) return;
    const request = { clientProjectId: project.id, issueKey: choice.key };
    link.run(
      () => resolver.linkEpic(request),
      (next) => {
        accept(next);
        announceDone(panel.linkForm.done(choice.key));
        close();
      },
    );
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={panel.linkEpic}>
      <SearchField
        label={panel.linkForm.search}
        error={isMissing ? shared.required : link.problem?.fields?.issueKey}
        search={(text) => resolver.searchEpics({ text })}
        keyOf={(epic) => epic.key}
        show={(epic) => <EpicOption epic={epic} />}
        blocked={(epic) => (epic.linkedTo === null ? null : panel.linkForm.linkedTo(epic.linkedTo))}
        onPick={setChoice}
      />
      {choice && (
        <ul className="picked">
          <li className="picked-item">
            <EpicOption epic={choice} />
            <RemoveButton name={shared.removeNamed(choice.key)} onClick={() => setChoice(null)} />
          </li>
        </ul>
      )}
      <ProblemNotice problem={link.problem} />
      <FormButtons submit={panel.linkForm.submit} isBusy={link.isBusy} cancel={close} />
    </form>
  );
}

function EpicOption({ epic }: { epic: EpicChoice }) {
  return (
    <span>
      <strong>{epic.key}</strong> <bdi>{epic.summary}</bdi>{' '}
      <span className="subtle">
        <bdi>{epic.department}</bdi>, {epic.statusName}
      </span>
    </span>
  );
}
