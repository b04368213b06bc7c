import Button, { IconButton } from '@atlaskit/button/new';
import Add from '@atlaskit/icon/core/add';
import Close from '@atlaskit/icon/core/close';
import { useState } from 'react';
import { showProblem } from '../../lib/flags';
import { http } from '../../lib/http';
import type { Issue, IssueLink, IssueStub } from '../../lib/jira-types';
import { tell } from '../../lib/stream';
import { LinkForm } from './link-form';
import { StubRow } from './stub-row';

type Group = { words: string; links: { id: string; other: IssueStub }[] };

/** By what the issue does to the other: "blocks", "is blocked by", in the order of Jira's stubs. */
function groupLinks(links: IssueLink[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { id, type, inwardIssue, outwardIssue } of links) {
    const other = outwardIssue ?? inwardIssue;
    if (!other) continue;
    const words = outwardIssue ? type.outward : type.inward;
    const group = groups.get(words) ?? { words, links: [] };
    group.links.push({ id, other });
    groups.set(words, group);
  }
  return [...groups.values()];
}

type LinksProps = { issue: Issue; reload: () => Promise<void> };

export function Links({ issue, reload }: LinksProps) {
  const [isAdding, setIsAdding] = useState(false);
  const groups = groupLinks(issue.fields.issuelinks ?? []);
  const remove = async (id: string) => {
    try {
      await http.delete(`/rest/api/3/issueLink/${id}`);
      tell({ type: 'issue', issueKey: issue.key });
    } catch (problem) {
      showProblem("The link wasn't removed", problem);
    }
    await reload();
  };
  return (
    <section aria-labelledby="linked-issues">
      <div className="section-head">
        <h2 id="linked-issues">Linked issues</h2>
        <Button appearance="subtle" iconBefore={Add} onClick={() => setIsAdding(true)}>
          Link issue
        </Button>
      </div>
      {isAdding && (
        <LinkForm issueKey={issue.key} onDone={() => setIsAdding(false)} reload={reload} />
      )}
      {groups.map((group) => (
        <div key={group.words}>
          <h3>{group.words}</h3>
          <ul className="stub-list" aria-label={group.words}>
            {group.links.map(({ id, other }) => (
              <StubRow key={id} issue={other}>
                <IconButton
                  icon={Close}
                  label={`Remove link to ${other.key}`}
                  appearance="subtle"
                  spacing="compact"
                  onClick={() => void remove(id)}
                />
              </StubRow>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
