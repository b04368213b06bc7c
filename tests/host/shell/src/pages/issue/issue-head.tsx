import { IssueTypeIcon } from '../../kit/issue-type-icon';
import { ProjectAvatar } from '../../kit/person';
import type { Issue } from '../../lib/jira-types';
import { Link } from '../../lib/router';
import { editIssue } from './edit-issue';
import { InlineEdit } from './inline-edit';
import { IssueActs } from './issue-acts';

type IssueHeadProps = { issue: Issue; reload: () => Promise<void> };

export function IssueHead({ issue, reload }: IssueHeadProps) {
  const { summary, project, parent, issuetype } = issue.fields;
  return (
    <header className="issue-head">
      <nav aria-label="Breadcrumbs" className="crumbs">
        <Link href="/projects">Projects</Link>
        <span aria-hidden="true">/</span>
        <ProjectAvatar projectKey={project.key} />
        <Link href={`/project/${project.key}`}>{project.name}</Link>
        {parent && (
          <>
            <span aria-hidden="true">/</span>
            <IssueTypeIcon type={parent.fields.issuetype} />
            <Link href={`/browse/${parent.key}`}>{parent.key}</Link>
          </>
        )}
        <span aria-hidden="true">/</span>
        <IssueTypeIcon type={issuetype} />
        <Link href={`/browse/${issue.key}`}>{issue.key}</Link>
        <span className="issue-acts">
          <IssueActs issue={issue} reload={reload} />
        </span>
      </nav>
      <InlineEdit
        label="Summary"
        value={summary}
        lines="one"
        onSave={(text) => editIssue(issue.key, { summary: text }, reload)}
      >
        <h1>{summary}</h1>
      </InlineEdit>
    </header>
  );
}
