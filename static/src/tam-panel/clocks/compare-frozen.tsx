import Button from '@atlaskit/button/new';
import type { RecountView } from '../../../../src/contract/sla-acts';
import type { SlaView } from '../../../../src/contract/views';
import { allClocks } from '../../ui/all-clocks';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';

type Props = { sla: SlaView; show: (compared: readonly RecountView[]) => void };

/** For the TAM, where Jira tells a frozen verdict otherwise: the second verdict beside it. */
export function CompareFrozen({ sla, show }: Props) {
  const { ledger } = useTexts();
  const compare = useAction();
  if (!sla.mayDecide || !allClocks(sla).some(({ frozen }) => frozen?.isOtherwise)) return null;
  const { clientProjectId } = sla;
  return (
    <>
      <Button
        spacing="compact"
        isLoading={compare.isBusy}
        onClick={() => compare.run(() => resolver.recompute({ clientProjectId, by: 'own' }), show)}
      >
        {ledger.compare}
      </Button>
      <ProblemNotice problem={compare.problem} />
    </>
  );
}
