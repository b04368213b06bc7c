import type { CoverageView } from '../../../../src/contract/coverage';
import { useTexts } from '../../ui/viewer';
import { CoverageLozenge } from './coverage-lozenge';
import '../../ui/notice.css';

/** What holds whatever the table says, in plain words. */
export function CoverageNotes({ view }: { view: CoverageView }) {
  const { coverage } = useTexts();
  const { gates, onUncertain, portal, freeAccounts } = view.order;
  return (
    <>
      {gates.length === 0 && (
        <p className="notice notice-warning" role="status">
          {coverage.noPolicy}
        </p>
      )}
      <ul className="small coverage-notes">
        {gates.length > 0 && (
          <li>{coverage.asked[gates.length > 1 ? 'both' : (gates[0] ?? 'both')]}</li>
        )}
        <li>{coverage.drafts}</li>
        <li>{coverage.uncertain[onUncertain]}</li>
        <li>{coverage.portal[portal]}</li>
        {freeAccounts > 0 && <li>{coverage.freeAccounts(freeAccounts)}</li>}
        {view.unknown > 0 && <li>{coverage.unknownBlockers(view.unknown)}</li>}
        <li>{view.overdue === 0 ? coverage.noBacklog : coverage.backlog(view.overdue)}</li>
      </ul>
    </>
  );
}

/** What the words of the table mean. */
export function CoverageLegend({ guard }: { guard: CoverageView['order']['guard'] }) {
  const { coverage } = useTexts();
  const states = ['enforced', 'guarded', 'advisory', 'unknown'] as const;
  return (
    <details>
      <summary>{coverage.legend}</summary>
      <dl className="coverage-legend">
        {states.map((state) => (
          <div key={state}>
            <dt>
              <CoverageLozenge state={state} />
            </dt>
            <dd>{state === 'guarded' ? coverage.guarded[guard] : coverage.means[state]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
