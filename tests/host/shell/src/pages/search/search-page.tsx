import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { type FormEvent, useEffect, useState } from 'react';
import { LoadState } from '../../kit/load-state';
import { PageHead } from '../../kit/page-head';
import { go } from '../../lib/router';
import { searchIssues } from '../../lib/search-issues';
import { useLoad } from '../../lib/use-load';
import { BulkTable } from './bulk-table';

const DEFAULT_JQL = 'updated >= -30d ORDER BY updated DESC';
const LIMIT = 100;

export function SearchPage({ jql }: { jql: string }) {
  const asked = jql === '' ? DEFAULT_JQL : jql;
  const [draft, setDraft] = useState(asked);
  useEffect(() => setDraft(asked), [asked]);
  const found = useLoad(
    `search ${asked}`,
    () => searchIssues(asked, LIMIT),
    (news) => news.type === 'issue',
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(`/issues?jql=${encodeURIComponent(draft)}`);
  };
  return (
    <>
      <PageHead title="Issues" />
      <form className="jql-form" onSubmit={submit}>
        <input
          aria-label="JQL"
          className="field jql-input"
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
        />
        <Button type="submit" appearance="primary">
          Run query
        </Button>
      </form>
      <LoadState of={found} what="the issues">
        {(issues) =>
          issues.length > 0 ? (
            <BulkTable issues={issues} />
          ) : (
            <EmptyState header="No issues match" description="Change the query and run it again." />
          )
        }
      </LoadState>
    </>
  );
}
