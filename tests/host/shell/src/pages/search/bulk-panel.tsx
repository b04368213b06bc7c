import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { LoadState } from '../../kit/load-state';
import { showProblem } from '../../lib/flags';
import type { Issue } from '../../lib/jira-types';
import { useLoad } from '../../lib/use-load';
import { BulkResult } from './bulk-result';
import { type Fate, type Offer, readOffers, transitionMany } from './bulk-transitions';

type OfferRowProps = { offer: Offer; value: string; onChoose: (transitionId: string) => void };

function OfferRow({ offer, value, onChoose }: OfferRowProps) {
  const { issues, transitions } = offer;
  return (
    <div className="form-row">
      <span className="form-label">{issues.join(', ')}</span>
      {transitions.length === 0 ? (
        'These have no transition in common.'
      ) : (
        <select
          className="field"
          aria-label={`Transition of ${issues.join(', ')}`}
          value={value}
          onChange={(event) => onChoose(event.target.value)}
        >
          <option value="">Leave where they are</option>
          {transitions.map(({ transitionId, transitionName, to }) => (
            <option key={transitionId} value={transitionId}>
              {transitionName} → {to.statusName}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

/** One choice for each workflow; Jira then judges each work item alone. */
export function BulkPanel({ issues, onDone }: { issues: Issue[]; onDone: () => void }) {
  const [chosen, setChosen] = useState<Readonly<Record<number, string>>>({});
  const [fates, setFates] = useState<Fate[]>();
  const [isBusy, setIsBusy] = useState(false);
  const keys = issues.map(({ key }) => key);
  const offers = useLoad(`bulk ${keys.join()}`, () => readOffers(keys));

  const submit = async (all: Offer[]) => {
    setIsBusy(true);
    const inputs = all.flatMap((offer, i) => {
      const transitionId = chosen[i] ?? '';
      return transitionId === '' ? [] : [{ selectedIssueIdsOrKeys: offer.issues, transitionId }];
    });
    try {
      setFates(await transitionMany(inputs, issues));
    } catch (problem) {
      showProblem("The work items weren't moved", problem);
    }
    setIsBusy(false);
  };
  return (
    <section className="rule-editor create-form bulk-panel" aria-label="Bulk transition">
      <h2>Transition {issues.length} work items</h2>
      {fates ? (
        <BulkResult fates={fates} onClose={onDone} />
      ) : (
        <LoadState of={offers} what="the transitions">
          {(all) => (
            <>
              {all.map((offer, i) => (
                <OfferRow
                  key={offer.issues.join()}
                  offer={offer}
                  value={chosen[i] ?? ''}
                  onChoose={(transitionId) => setChosen({ ...chosen, [i]: transitionId })}
                />
              ))}
              <div className="rule-item">
                <Button
                  appearance="primary"
                  isLoading={isBusy}
                  isDisabled={Object.values(chosen).every((id) => id === '')}
                  onClick={() => void submit(all)}
                >
                  Confirm
                </Button>
                <Button appearance="subtle" onClick={onDone}>
                  Cancel
                </Button>
              </div>
            </>
          )}
        </LoadState>
      )}
    </section>
  );
}
