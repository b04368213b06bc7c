import { type FormEvent, useState } from 'react';
import type { HandOverView } from '../../../../src/contract/hand-over';
import type { PanelView } from '../../../../src/contract/tam-panel';
import { announceDone } from '../../bridge/flags';
import { FormButtons } from '../../ui/form-buttons';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import { HandOverText } from './hand-over-text';

type Props = { view: HandOverView; accept: (view: PanelView) => void; close: () => void };

/** The form between two departments, filled with what was given last. */
export function HandOverGiveForm({ view, accept, close }: Props) {
  const { handOver: texts } = useTexts();
  const [facts, setFacts] = useState<{ [key: string]: string }>(() =>
    Object.fromEntries(view.fields.map(({ key, text }) => [key, text])),
  );
  const [wasSent, setSent] = useState(false);
  const give = useAction();
  useReturnFocus();
  const isEmpty = (key: string) => (facts[key] ?? '').trim() === '';
  const errorOf = (key: string, isRequired: boolean) =>
    wasSent && isRequired && isEmpty(key) ? texts.required : give.problem?.fields?.[key];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (view.fields.some(({ key, isRequired }) => isRequired && isEmpty(key))) return;
    give.run(
      () => resolver.giveHandOver({ successorId: view.otherId, version: view.version, facts }),
      (next) => {
        accept(next);
        announceDone(texts.given(view.department));
        close();
      },
    );
  };
  return (
    <form
      className="form"
      onSubmit={submit}
      noValidate
      aria-label={texts.giveTitle(view.department)}
    >
      {view.fields.map(({ key, label, isRequired }, index) => (
        <HandOverText
          key={key}
          label={isRequired ? label : texts.optional(label)}
          value={facts[key] ?? ''}
          onChange={(text) => setFacts({ ...facts, [key]: text })}
          focus={index === 0 ? 'now' : 'later'}
          error={errorOf(key, isRequired)}
        />
      ))}
      {view.state === 'accepted' && <p className="subtle">{texts.changeHint}</p>}
      <ProblemNotice problem={give.problem} />
      <FormButtons submit={texts.submitGive} isBusy={give.isBusy} cancel={close} />
    </form>
  );
}
