import Button from '@atlaskit/button/new';
import { type ChangeEvent, type FormEvent, useDeferredValue, useRef, useState } from 'react';
import { announceDone } from '../../bridge/flags';
import { Field } from '../../ui/field';
import { CheckboxField, TextArea } from '../../ui/inputs';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useTexts } from '../../ui/viewer';
import { HolidayHelper } from '../holidays/holiday-helper';
import { resolver } from '../resolver';
import type { SectionProps } from '../section';
import { typeInto } from '../type-into';
import { PolicyCalendars } from './policy-calendars';
import { type FileFault, readPolicyFile, unchangedVersion } from './policy-file';

type Props = SectionProps & { text: string; setText: (text: string) => void };

/** A policy file, pasted or taken from disk; the app checks it and names every fault. */
export function PolicyForm({ text, setText, view, accept }: Props) {
  const { calendar, policy, settings, shared } = useTexts();
  const area = useRef<HTMLTextAreaElement>(null);
  const [isHelping, setHelping] = useState(false);
  const calmText = useDeferredValue(text);
  const [isMissing, setMissing] = useState(false);
  const [openCycles, setOpenCycles] = useState<'keep' | 'apply'>('keep');
  const [fileFault, setFileFault] = useState<FileFault | null>(null);
  const save = useAction();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(text.trim() === '');
    if (text.trim() === '') return;
    save.run(
      () => resolver.savePolicy({ text, openCycles }),
      (next) => {
        const kept = unchangedVersion(text, view.policies, next.policies);
        accept(next);
        setText('');
        setOpenCycles('keep');
        announceDone(kept === null ? settings.policySaved : settings.policyUnchanged(kept));
      },
    );
  };
  const takeFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (!file) return;
    const read = await readPolicyFile(file.size, () => file.text());
    setFileFault('fault' in read ? read.fault : null);
    if ('text' in read) setText(read.text);
  };
  const write = (next: string) => {
    if (area.current === null || !typeInto(area.current, next)) setText(next);
  };
  const form = (
    <form className="form" onSubmit={submit} noValidate aria-label={settings.policySave}>
      <TextArea
        label={settings.policyFile}
        rows={12}
        area={area}
        value={text}
        onChange={setText}
        error={isMissing ? shared.required : undefined}
      />
      <Field
        label={settings.policyUpload}
        error={fileFault ? settings.policyFileFaults[fileFault] : undefined}
      >
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
      <PolicyCalendars text={calmText} />
      <ProblemNotice problem={save.problem} />
      <div className="row">
        <Button type="submit" isLoading={save.isBusy}>
          {settings.policySave}
        </Button>
        {!isHelping && <Button onClick={() => setHelping(true)}>{calendar.open}</Button>}
      </div>
    </form>
  );
  return (
    <>
      {form}
      {isHelping && <HolidayHelper text={text} write={write} close={() => setHelping(false)} />}
    </>
  );
}
