import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import type { OrderSettingsView } from '../../../../src/contract/order-settings';
import type { OrderPolicy } from '../../../../src/core/order/policy/order-policy';
import { RemoveButton } from '../../ui/remove-button';
import { Moment } from '../../ui/times';
import { useTexts } from '../../ui/viewer';
import { Switch } from './choices';
import { type SiteProps, withoutPolicy, withPolicy } from './edit-site';
import { IllegalWork } from './illegal-work';
import { PolicyDetails } from './policy-details';

type Props = SiteProps & {
  readonly policy: OrderPolicy;
  readonly view: OrderSettingsView;
  /** Will it hold from the moment of saving only? */
  readonly isSwitchedOn: boolean;
  readonly switchOn: (isOn: boolean) => void;
};

/** One policy: its three switches, since when it holds, and the rest folded. */
export function PolicyCard(props: Props) {
  const { policy, site, change, view } = props;
  const { orderSettings: texts } = useTexts();
  const headingId = useId();
  const edit = (changes: Partial<OrderPolicy>) => change(withPolicy(site, policy.key, changes));
  return (
    <section className="form order-card" aria-labelledby={headingId}>
      <div className="row row-apart">
        <h3 id={headingId}>
          <bdi>{policy.name}</bdi>
        </h3>
        {site.rules.policies.length > 1 && (
          <RemoveButton
            name={texts.removePolicy(policy.name)}
            onClick={() => change(withoutPolicy(site, policy.key))}
          />
        )}
      </div>
      <Switches policy={policy} edit={edit} />
      <Since {...props} edit={edit} />
      <PolicyDetails policy={policy} view={view} change={edit} />
    </section>
  );
}

type EditProps = {
  readonly policy: OrderPolicy;
  readonly edit: (changes: Partial<OrderPolicy>) => void;
};

function Switches({ policy, edit }: EditProps) {
  const { orderSettings: texts } = useTexts();
  const { gates, guard } = policy;
  return (
    <>
      <Switch
        label={texts.start}
        hint={texts.startHint}
        checked={gates.start}
        onChange={(start) => edit({ gates: { ...gates, start } })}
      />
      <Switch
        label={texts.finish}
        hint={texts.finishHint}
        checked={gates.finish}
        onChange={(finish) => edit({ gates: { ...gates, finish } })}
      />
      <Switch
        label={texts.moveBack}
        hint={texts.moveBackHint}
        checked={guard === 'moveBack'}
        onChange={(isOn) => edit({ guard: isOn ? 'moveBack' : 'flag' })}
      />
    </>
  );
}

/** Since when the policy holds, and the way to let go on what runs already. */
function Since({ policy, site, isSwitchedOn, switchOn, edit }: Props & EditProps) {
  const { orderSettings: texts } = useTexts();
  const [isAsking, setAsking] = useState(false);
  const isAlways = policy.enforcedSince === null && !isSwitchedOn;
  const undo = () => {
    switchOn(false);
    edit({ enforcedSince: null });
  };
  return (
    <div className="stack stack-tight">
      <p className="small">
        {isSwitchedOn && texts.sinceNow}
        {isAlways && texts.sinceAlways}
        {policy.enforcedSince !== null && !isSwitchedOn && (
          <>
            {texts.since}{' '}
            <Moment at={new Date(policy.enforcedSince).toISOString()} now={Date.now()} />.
          </>
        )}
      </p>
      {isAsking ? (
        <IllegalWork
          site={site}
          confirm={() => {
            switchOn(true);
            setAsking(false);
          }}
          close={() => setAsking(false)}
        />
      ) : (
        <div className="row">
          {!isSwitchedOn && (
            <Button spacing="compact" onClick={() => setAsking(true)}>
              {texts.switchOn}
            </Button>
          )}
          {!isAlways && (
            <Button spacing="compact" appearance="subtle" onClick={undo}>
              {texts.switchOff}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
