import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { PolicyRow } from '../../../../src/contract/tam-settings';
import { useTexts } from '../../ui/viewer';
import { Section, type SectionProps } from '../section';
import { PolicyCalendars } from './policy-calendars';
import { PolicyForm } from './policy-form';
import { PolicyVersions } from './policy-versions';

/** The contracts in force, and the form that takes a new one or the next version of one. */
export function Policies({ view, accept }: SectionProps) {
  const { settings } = useTexts();
  const [text, setText] = useState('');
  return (
    <Section title={settings.policies} text={settings.policiesText}>
      {view.policies.length === 0 ? (
        <p>{settings.noPolicies}</p>
      ) : (
        <ul className="plain-list">
          {view.policies.map((policy) => (
            <Policy key={policy.key} policy={policy} edit={() => setText(policy.text)} />
          ))}
        </ul>
      )}
      <PolicyForm text={text} setText={setText} view={view} accept={accept} />
    </Section>
  );
}

function Policy({ policy, edit }: { policy: PolicyRow; edit: () => void }) {
  const { settings, workspace, policy: texts } = useTexts();
  const unusable = policy.unusable.map((version) => settings.version(version)).join(', ');
  return (
    <li className="stack stack-tight">
      <div className="row row-apart">
        <span>
          <strong>
            <bdi>{policy.name}</bdi>
          </strong>{' '}
          <span className="subtle">
            {policy.key}, {settings.version(policy.version)}
          </span>
        </span>
        <Button
          spacing="compact"
          appearance="subtle"
          aria-label={settings.editPolicy(policy.name)}
          onClick={edit}
        >
          {workspace.edit}
        </Button>
      </div>
      {unusable !== '' && <p className="danger">{texts.unusable(unusable)}</p>}
      <PolicyCalendars text={policy.text} />
      <PolicyVersions policy={policy} />
    </li>
  );
}
