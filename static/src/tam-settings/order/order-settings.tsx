import Button from '@atlaskit/button/new';
import { type ReactNode, useState } from 'react';
import type { OrderSettingsView } from '../../../../src/contract/order-settings';
import { announceDone } from '../../bridge/flags';
import { Answered } from '../../ui/answered';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useAnswer } from '../../ui/use-answer';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import { Section } from '../section';
import { OrderDepartments } from './departments';
import { DryRuns } from './dry-runs';
import { type SiteProps, toggled, withNewPolicy } from './edit-site';
import { Exceptions } from './exceptions';
import { HandOvers } from './hand-overs';
import { PolicyCard } from './policy-card';
import { PolicyProblems } from './policy-problems';
import './order.css';

/** The tab "Blocking order": its policies, and what they would have meant. */
export function OrderSettings() {
  const asked = useAnswer(() => resolver.loadOrder({}));
  return (
    <Answered asked={asked}>
      {(view) => <OrderEditor key={view.site.version} view={view} accept={asked.accept} />}
    </Answered>
  );
}

type EditorProps = {
  readonly view: OrderSettingsView;
  readonly accept: (next: OrderSettingsView) => void;
};

function OrderEditor({ view, accept }: EditorProps) {
  const { orderSettings: texts } = useTexts();
  const [site, change] = useState(view.site);
  const [switchedOn, setSwitchedOn] = useState<readonly string[]>([]);
  const props = { site, change, view };
  return (
    <>
      <Section title={texts.title} text={texts.text}>
        <PolicyProblems view={view} />
        <Policies {...props} switchedOn={switchedOn} setSwitchedOn={setSwitchedOn} />
        <Fold title={texts.departments} text={texts.departmentsText}>
          <OrderDepartments {...props} />
        </Fold>
        <Fold title={texts.handOvers} text={texts.handOversText}>
          <HandOvers site={site} change={change} departments={view.departments} />
        </Fold>
        <Fold title={texts.exceptions} text={texts.exceptionsText}>
          <Exceptions {...props} />
        </Fold>
        <SaveBar
          {...props}
          switchedOn={switchedOn}
          accept={accept}
          discard={() => {
            change(view.site);
            setSwitchedOn([]);
          }}
        />
      </Section>
      <DryRuns site={site} />
    </>
  );
}

type PolicyProps = SiteProps & {
  readonly view: OrderSettingsView;
  readonly switchedOn: readonly string[];
  readonly setSwitchedOn: (keys: readonly string[]) => void;
};

function Policies({ site, change, view, switchedOn, setSwitchedOn }: PolicyProps) {
  const { orderSettings: texts } = useTexts();
  return (
    <>
      <p className="subtle">{texts.policiesText}</p>
      {site.rules.policies.map((policy) => (
        <PolicyCard
          key={policy.key}
          policy={policy}
          site={site}
          change={change}
          view={view}
          isSwitchedOn={switchedOn.includes(policy.key)}
          switchOn={(isOn) => {
            if (isOn !== switchedOn.includes(policy.key)) {
              setSwitchedOn(toggled(switchedOn, policy.key));
            }
          }}
        />
      ))}
      <div className="row">
        <Button onClick={() => change(withNewPolicy(site, texts.newPolicy))}>
          {texts.addPolicy}
        </Button>
      </div>
    </>
  );
}

function Fold(props: { title: string; text: string; children: ReactNode }) {
  return (
    <details className="order-fold">
      <summary>{props.title}</summary>
      <div className="stack">
        <p className="subtle">{props.text}</p>
        {props.children}
      </div>
    </details>
  );
}

type SaveProps = EditorProps & {
  readonly site: OrderSettingsView['site'];
  readonly switchedOn: readonly string[];
  readonly discard: () => void;
};

/** Saves all of it at once; what somebody else has saved meanwhile is not written over. */
function SaveBar({ site, view, switchedOn, accept, discard }: SaveProps) {
  const { orderSettings: texts } = useTexts();
  const save = useAction();
  const load = useAction();
  const isChanged = switchedOn.length > 0 || JSON.stringify(site) !== JSON.stringify(view.site);
  const submit = () =>
    save.run(
      () => resolver.saveOrder({ site, switchOn: [...switchedOn] }),
      (next) => {
        accept(next);
        announceDone(texts.saved);
      },
    );
  return (
    <>
      <ProblemNotice problem={save.problem ?? load.problem} />
      <div className="row order-save">
        <Button
          appearance="primary"
          isDisabled={!isChanged}
          isLoading={save.isBusy}
          onClick={submit}
        >
          {texts.save}
        </Button>
        {save.problem?.code === 'conflict' && (
          <Button
            isLoading={load.isBusy}
            onClick={() => load.run(() => resolver.loadOrder({}), accept)}
          >
            {texts.loadTheirs}
          </Button>
        )}
        {isChanged && (
          <>
            <Button appearance="subtle" onClick={discard}>
              {texts.discard}
            </Button>
            <span className="small subtle">{texts.unsaved}</span>
          </>
        )}
      </div>
    </>
  );
}
