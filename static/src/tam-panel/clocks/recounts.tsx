import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { RecountView } from '../../../../src/contract/sla-acts';
import type { SlaView } from '../../../../src/contract/views';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import { RecountTable } from './recount-table';

type Props = {
  sla: SlaView;
  found: readonly RecountView[];
  /** What comparing found just now; null when nobody has compared. */
  compared: readonly RecountView[] | null;
};

/** What a second look says of verdicts that are frozen, beside them; the TAM may look again. */
export function Recounts({ sla, found, compared }: Props) {
  const { ledger } = useTexts();
  const [fresh, setFresh] = useState(compared);
  const recompute = useAction();
  const shown = (fresh ?? found).filter(saysOtherwise);
  const again = (by: 'own' | 'latest') => () =>
    recompute.run(
      () => resolver.recompute({ clientProjectId: sla.clientProjectId, by }),
      (next) => setFresh(next),
    );
  if (shown.length === 0 && !sla.mayDecide) return null;
  return (
    <section className="stack stack-tight" aria-label={ledger.recount}>
      {shown.length > 0 && (
        <>
          <h3>{ledger.recount}</h3>
          {shown.some(({ because }) => because === 'recompute') && (
            <p className="subtle small">{ledger.recountText}</p>
          )}
          {shown.map((recount) => (
            <RecountTable key={`${recount.clock} ${recount.cycle}`} recount={recount} />
          ))}
        </>
      )}
      {fresh !== null && shown.length === 0 && <p role="status">{ledger.recountSame}</p>}
      <ProblemNotice problem={recompute.problem} />
      {sla.mayDecide && (
        <div className="row">
          <Button spacing="compact" isLoading={recompute.isBusy} onClick={again('own')}>
            {ledger.recountOwn}
          </Button>
          <Button
            spacing="compact"
            appearance="subtle"
            isDisabled={recompute.isBusy}
            onClick={again('latest')}
          >
            {ledger.recountLatest}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Another version that comes to the same verdict by the same figures is no news. */
function saysOtherwise({ fields, changes }: RecountView): boolean {
  return (changes ?? []).length > 0 || fields.some(({ name }) => name !== 'policyVersion');
}
