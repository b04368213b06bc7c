import type { LedgerView } from '../../../../src/contract/ledger';
import { momentText } from '../../i18n/moments';
import { useViewer } from '../../ui/viewer';
import { ChangeList } from './change-list';
import { spanText } from './change-text';

/** Which part of the ledger is told as it was frozen, and what Jira says of it now. */
export function FrozenStretches({ view }: { view: LedgerView }) {
  const viewer = useViewer();
  const { ledger } = viewer.texts;
  return view.frozen.map(({ cycle, from, to, at, changes }) => (
    <div key={cycle} className="stack stack-tight">
      <p className="subtle small">
        {ledger.frozenRun(spanText(from, to, viewer), momentText(Date.parse(at), 0, viewer))}
        {changes.length > 0 && ` ${ledger.frozenOtherwise}`}
      </p>
      <ChangeList label={ledger.frozenOtherwise} changes={changes} more={0} />
    </div>
  ));
}
