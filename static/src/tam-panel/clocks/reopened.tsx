import type { LedgerView } from '../../../../src/contract/ledger';
import { Moment } from '../../ui/times';
import { useTexts } from '../../ui/viewer';

/** Which blockers were opened again, and when: notes beside the ledger, of no effect on it. */
export function Reopened({ view: { reopened } }: { view: LedgerView }) {
  const { ledger } = useTexts();
  if (reopened.length === 0) return null;
  return (
    <ul className="ledger-changes small" aria-label={ledger.reopenedTitle}>
      {reopened.map(({ at, issueKey, department }) => (
        <li key={`${at} ${issueKey} ${department}`}>
          <Moment at={at} now={0} />: {ledger.reopened(issueKey, department)}
        </li>
      ))}
    </ul>
  );
}
