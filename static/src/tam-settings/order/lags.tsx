import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { OrderSettingsView } from '../../../../src/contract/order-settings';
import type { Lag, OrderPolicy, PairLag } from '../../../../src/core/order/policy/order-policy';
import { TextField } from '../../ui/inputs';
import { RemoveButton } from '../../ui/remove-button';
import { useTexts } from '../../ui/viewer';
import { replaced } from './edit-site';
import { PairFields, usePairName } from './pair-fields';
import { PickedSelect } from './picked-select';

const HOUR_MS = 3_600_000;
const NEW_LAG: PairLag = {
  ...{ fromProjectKey: null, toProjectKey: null },
  lag: { kind: 'workingDays', days: 1 },
};

type Props = {
  readonly policy: OrderPolicy;
  readonly departments: OrderSettingsView['departments'];
  readonly change: (lags: readonly PairLag[]) => void;
};

/** How long after its blockers work may start, by pair of departments. */
export function Lags({ policy, departments, change }: Props) {
  const { orderSettings: texts } = useTexts();
  return (
    <fieldset className="stack stack-tight">
      <legend className="field-label">{texts.lags}</legend>
      <p className="field-hint">{texts.lagsText}</p>
      {policy.lags.map((lag, at) => (
        <LagLine
          // biome-ignore lint/suspicious/noArrayIndexKey: known by its place; the number of all makes it anew when one goes
          key={`${at} of ${policy.lags.length}`}
          lag={lag}
          departments={departments}
          change={(next) => change(replaced(policy.lags, at, next))}
        />
      ))}
      <div className="row">
        <Button spacing="compact" onClick={() => change([...policy.lags, NEW_LAG])}>
          {texts.addLag}
        </Button>
      </div>
    </fieldset>
  );
}

type LineProps = {
  readonly lag: PairLag;
  readonly departments: OrderSettingsView['departments'];
  readonly change: (next: PairLag | null) => void;
};

function LagLine({ lag, departments, change }: LineProps) {
  const { orderSettings: texts } = useTexts();
  const nameOf = usePairName(departments);
  const unit = lag.lag.kind === 'workingDays' ? 'days' : 'hours';
  // What is typed need not be a length yet; only what is one becomes the lag.
  const [amount, setAmount] = useState(String(amountOf(lag.lag)));
  const type = (text: string) => {
    setAmount(text);
    const next = lagOf(unit, Number(text));
    if (next !== null) change({ ...lag, lag: next });
  };
  return (
    <div className="order-line">
      <div className="form-row">
        <PairFields
          pair={lag}
          departments={departments}
          change={(pair) => change({ ...lag, ...pair })}
        />
        <TextField
          label={texts.lag}
          type="number"
          inputMode="decimal"
          value={amount}
          onChange={type}
          error={lagOf(unit, Number(amount)) === null ? texts.badLag : undefined}
        />
        <PickedSelect
          label={texts.lagUnit}
          value={unit}
          names={texts.lagUnits}
          pick={(next) => {
            const other = lagOf(next, Math.max(1, Math.round(amountOf(lag.lag))));
            if (other === null) return;
            setAmount(String(amountOf(other)));
            change({ ...lag, lag: other });
          }}
        />
      </div>
      <RemoveButton name={texts.removePair(...nameOf(lag))} onClick={() => change(null)} />
    </div>
  );
}

function amountOf(lag: Lag): number {
  return lag.kind === 'workingDays' ? lag.days : lag.ms / HOUR_MS;
}

/** Null for what is no length of time. */
function lagOf(unit: 'days' | 'hours', amount: number): Lag | null {
  if (!Number.isFinite(amount) || amount <= 0) return null;
  if (unit === 'hours') return { kind: 'workingTime', ms: Math.round(amount * HOUR_MS) };
  return { kind: 'workingDays', days: Math.max(1, Math.round(amount)) };
}
