import Button from '@atlaskit/button/new';
import { type FormEvent, useState } from 'react';
import { type Language as LanguageName, languages } from '../../../src/core/language';
import { announceDone } from '../bridge/flags';
import { SelectField } from '../ui/inputs';
import { ProblemNotice } from '../ui/problem-notice';
import { useAction } from '../ui/use-action';
import { useTexts } from '../ui/viewer';
import { resolver } from './resolver';
import { Section, type SectionProps } from './section';

/** What the app speaks where Jira does not tell it who reads. */
export function Language({ view, accept }: SectionProps) {
  const { settings, shared } = useTexts();
  const [chosen, setChosen] = useState<LanguageName | null>(null);
  const save = useAction();
  const language = chosen ?? view.language;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.run(
      () => resolver.saveLanguage({ language }),
      (next) => {
        accept(next);
        setChosen(null);
        announceDone(settings.languageSaved);
      },
    );
  };
  return (
    <Section title={settings.language} text={settings.languageText}>
      <form className="form" onSubmit={submit} noValidate aria-label={settings.language}>
        <SelectField
          label={settings.languageField}
          value={language}
          onChange={(name) => setChosen(languages.find((it) => it === name) ?? null)}
          options={languages.map((it) => ({ value: it, label: settings.languages[it] }))}
        />
        <ProblemNotice problem={save.problem} />
        <div className="row">
          <Button type="submit" isLoading={save.isBusy} isDisabled={language === view.language}>
            {shared.save}
          </Button>
        </div>
      </form>
    </Section>
  );
}
