import EmptyState from '@atlaskit/empty-state';
import { LoadState } from '../../kit/load-state';
import { usePageTitle } from '../../kit/page-head';
import type { Issue } from '../../lib/jira-types';
import { useLoad } from '../../lib/use-load';
import { Activity } from './activity';
import { AppPanels } from './app-panels';
import { Badges } from './badges';
import { Children } from './children';
import { Description } from './description';
import { Details } from './details';
import { IssueHead } from './issue-head';
import { Links } from './links';
import { readIssue } from './read-issue';
import { StatusButton } from './status-button';

type IssueViewProps = { issue: Issue; reload: () => Promise<void> };

function IssueView({ issue, reload }: IssueViewProps) {
  usePageTitle(`[${issue.key}] ${issue.fields.summary}`);
  return (
    <article className="issue" aria-label={issue.key}>
      <div className="issue-main">
        <IssueHead issue={issue} reload={reload} />
        <Description issue={issue} reload={reload} />
        <Children issue={issue} />
        <Links issue={issue} reload={reload} />
        <AppPanels issueKey={issue.key} reload={reload} />
        <Activity issueKey={issue.key} />
      </div>
      <aside className="issue-side" aria-label="Issue details">
        <StatusButton issue={issue} reload={reload} />
        <Details issue={issue} reload={reload} />
        <Badges issueKey={issue.key} reload={reload} />
      </aside>
    </article>
  );
}

export function IssuePage({ issueKey }: { issueKey: string }) {
  usePageTitle(issueKey);
  const loaded = useLoad(
    `issue ${issueKey}`,
    () => readIssue(issueKey),
    (news) => news.type === 'issue',
  );
  if (loaded.error) {
    return <EmptyState header={`${issueKey} can't be shown`} description={loaded.error} />;
  }
  return (
    <LoadState of={loaded} what={issueKey}>
      {(issue) => <IssueView issue={issue} reload={loaded.reload} />}
    </LoadState>
  );
}
