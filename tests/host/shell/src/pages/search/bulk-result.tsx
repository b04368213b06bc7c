import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { Link } from '../../lib/router';
import type { Fate } from './bulk-transitions';

/** How each work item fared: moved, or why not. */
export function BulkResult({ fates, onClose }: { fates: Fate[]; onClose: () => void }) {
  const moved = fates.filter(({ problem }) => problem === undefined).length;
  return (
    <>
      <p role="status">
        {moved} of {fates.length} work items moved.
      </p>
      <ul className="plain-list" aria-label="Results">
        {fates.map(({ issueKey, problem }) => (
          <li key={issueKey} className="rule-item">
            <Link href={`/browse/${issueKey}`}>{issueKey}</Link>
            <Lozenge appearance={problem === undefined ? 'success' : 'removed'}>
              {problem === undefined ? 'moved' : 'not moved'}
            </Lozenge>
            {problem !== undefined && <span>{problem}</span>}
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={onClose}>Done</Button>
      </div>
    </>
  );
}
