import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { IssueTable } from '../../kit/issue-table';
import type { Issue } from '../../lib/jira-types';
import { BulkPanel } from './bulk-panel';

/** Found issues with boxes to tick: what is ticked can be moved all at once. */
export function BulkTable({ issues }: { issues: Issue[] }) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [isOpen, setIsOpen] = useState(false);
  const toggle = (issueKey: string) => {
    const next = new Set(keys);
    if (!next.delete(issueKey)) next.add(issueKey);
    setKeys(next);
    setIsOpen(false);
  };
  const ticked = issues.filter(({ key }) => keys.has(key));
  return (
    <>
      {ticked.length > 0 && !isOpen && (
        <p className="rule-item">
          <span>{ticked.length} selected</span>
          <Button onClick={() => setIsOpen(true)}>Transition work items</Button>
        </p>
      )}
      {isOpen && (
        <BulkPanel
          issues={ticked}
          onDone={() => {
            setKeys(new Set());
            setIsOpen(false);
          }}
        />
      )}
      <IssueTable issues={issues} label="Found issues" selection={{ keys, toggle }} />
    </>
  );
}
