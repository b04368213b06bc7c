import { Face } from '../../kit/person';
import type { Issue } from '../../lib/jira-types';
import { useLoad } from '../../lib/use-load';
import { readChildren } from './read-issue';
import { StubRow } from './stub-row';

/** Child issues with how many of them are done; nothing when there are none. */
export function Children({ issue }: { issue: Issue }) {
  const { data: children = [] } = useLoad(
    `children ${issue.key}`,
    () => readChildren(issue.key),
    (news) => news.type === 'issue',
  );
  if (children.length === 0) return null;
  const done = children.filter((one) => one.fields.status.statusCategory?.key === 'done').length;
  return (
    <section aria-labelledby="children">
      <h2 id="children">Child issues</h2>
      <div className="children-progress">
        <progress value={done} max={children.length} aria-label="Child issues done" />
        <span className="subtle">
          {done} of {children.length} done
        </span>
      </div>
      <ul className="stub-list">
        {children.map((child) => (
          <StubRow key={child.key} issue={child}>
            <Face user={child.fields.assignee} />
          </StubRow>
        ))}
      </ul>
    </section>
  );
}
