import Button from '@atlaskit/button/new';
import { type FormEvent, useState } from 'react';
import type { PanelView } from '../../../../src/contract/tam-panel';
import { announceDone } from '../../bridge/flags';
import { SelectField } from '../../ui/inputs';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';

type Props = { view: PanelView; accept: (view: PanelView) => void };

/** An issue of no client project: one calm line, and the way in for a TAM. */
export function NotLinked({ view, accept }: Props) {
  const { panel } = useTexts();
  return (
    <div className="stack stack-tight">
      <p className="subtle">{panel.notLinked}</p>
      {view.mayManage && view.linkTargets.length > 0 && (
        <LinkThisForm view={view} accept={accept} />
      )}
    </div>
  );
}

function LinkThisForm({ view, accept }: Props) {
  const { panel, shared } = useTexts();
  const only = view.linkTargets.length === 1 ? view.linkTargets[0] : undefined;
  const [target, setTarget] = useState(only?.id ?? '');
  const [isMissing, setMissing] = useState(false);
  const link = useAction();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(target === '');
    if (target === '') return;
    const request = { clientProjectId: target, issueKey: view.issueKey };
    link.run(
      () => resolver.linkEpic(request),
      (next) => {
        accept(next);
        announceDone(panel.linkForm.done(view.issueKey));
      },
    );
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <SelectField
        label={panel.linkThis}
        value={target}
        onChange={setTarget}
        error={isMissing ? shared.required : link.problem?.fields?.clientProjectId}
        options={view.linkTargets.map((it) => ({ value: it.id, label: `${it.key} · ${it.name}` }))}
      />
      <ProblemNotice problem={link.problem} />
      <div className="row">
        <Button type="submit" appearance="primary" isLoading={link.isBusy}>
          {panel.link}
        </Button>
      </div>
    </form>
  );
}
