import Button from '@atlaskit/button/new';
import { type ChangeEvent, type FormEvent, useState } from 'react';
import { announceDone } from '../bridge/flags';
import { Field } from '../ui/field';
import { CheckboxField, TextArea } from '../ui/inputs';
import { ProblemNotice } from '../ui/problem-notice';
import { useAction } from '../ui/use-action';
import { useTexts } from '../ui/viewer';
import { resolver } from './resolver';
import type { SectionProps } from './section';

type Props = { text: string; setText: (text: string) => void; accept: SectionProps['accept'] };

/** A policy file, pasted or taken from disk; the app checks it and names every fault. */
export function PolicyForm({ text, setText, accept }: Props) {
  const { policy, settings, shared } = useTexts();
  const [isMissing, setMissing] = useState(false);
  const [openCycles, setOpenCycles] = useState<'keep' | 'apply'>('keep');
  const save = useAction();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(text.trim() === '');
    if (text.trim() === '') return;
    save.run(
      () => resolver.savePolicy({ text, openCycles }),
      (next) => {
        accept(next);
        setText('');
        setOpenCycles('keep');
        announceDone(settings.policySaved);
      },
    );
  };
  const takeFile = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) file.text().then(setText, () => setText(''));
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={settings.policySave}>
      <TextArea
        label={settings.policyFile}
        rows={8}
        value={text}
        onChange={setText}
        error={isMissing ? shared.required : undefined}
      />
      <Field label={settings.policyUpload}>
        {(wiring) => (
          <input {...wiring} type="file" accept=".json,application/json" onChange={takeFile} />
        )}
      </Field>
      <CheckboxField
        label={policy.apply}
        hint={policy.applyHint}
        checked={openCycles === 'apply'}
        onChange={(isChecked) => setOpenCycles(isChecked ? 'apply' : 'keep')}
      />
      <ProblemNotice problem={save.problem} />
      <div className="row">
        <Button type="submit" isLoading={save.isBusy}>
          {settings.policySave}
        </Button>
      </div>
    </form>
  );
}
