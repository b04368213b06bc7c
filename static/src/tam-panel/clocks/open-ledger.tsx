import type { RecountView } from '../../../../src/contract/sla-acts';
import type { SlaView } from '../../../../src/contract/views';
import { Answered } from '../../ui/answered';
import { useAnswer } from '../../ui/use-answer';
import { resolver } from '../resolver';
import { Ledger } from './ledger';
import { Recounts } from './recounts';

type Props = { sla: SlaView; compared: readonly RecountView[] | null };

/** Where every minute of the issue went; asked for when somebody wants to know. */
export function OpenLedger({ sla, compared }: Props) {
  const asked = useAnswer(() => resolver.explain({}));
  return (
    <Answered asked={asked}>
      {(view) => (
        <>
          <Ledger view={view} />
          <Recounts sla={sla} found={view.recounts} compared={compared} />
        </>
      )}
    </Answered>
  );
}
