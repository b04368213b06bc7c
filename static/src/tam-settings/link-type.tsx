import Button from '@atlaskit/button/new';
import { type FormEvent, useState } from 'react';
import { announceDone } from '../bridge/flags';
import { SelectField } from '../ui/inputs';
import { ProblemNotice } from '../ui/problem-notice';
import { useAction } from '../ui/use-action';
import { useTexts } from '../ui/viewer';
import { resolver } from './resolver';
import { Section, type SectionProps } from './section';

/** Which type of Jira link is the order. */
export function LinkType({ view, accept }: SectionProps) {
  const { settings, shared } = useTexts();
  const [chosen, setChosen] = useState<string | null>(null);
  const save = useAction();
  const saved = view.linkTypes.some((it) => it.id === view.blockLinkTypeId)
    ? view.blockLinkTypeId
    : null;
  const linkTypeId = chosen ?? saved ?? '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (linkTypeId === '') return;
    save.run(
      () => resolver.saveBlockLinkType({ linkTypeId }),
      (next) => {
        accept(next);
        setChosen(null);
        announceDone(settings.linkTypeSaved);
      },
    );
  };
  return (
    <Section title={settings.linkType} text={settings.linkTypeText}>
      {saved === null && (
        <p className="notice notice-warning" role="status">
          {settings.linkTypeMissing}
        </p>
      )}
      <form className="form" onSubmit={submit} noValidate aria-label={settings.linkType}>
        <SelectField
          label={settings.linkTypeField}
          value={linkTypeId}
          onChange={setChosen}
          options={view.linkTypes.map((it) => ({
            value: it.id,
            label: `${it.name} (${it.outward} / ${it.inward})`,
          }))}
        />
        <ProblemNotice problem={save.problem} />
        <div className="row">
          <Button type="submit" isLoading={save.isBusy} isDisabled={linkTypeId === saved}>
            {shared.save}
          </Button>
        </div>
      </form>
    </Section>
  );
}
