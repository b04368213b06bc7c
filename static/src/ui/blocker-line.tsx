import type { BlockerView } from '../../../src/contract/views';
import { dateText } from '../i18n/moments';
import { IssueLink } from './issue-link';
import { Person } from './person';
import { StatusLozenge } from './state-lozenge';
import { useViewer } from './viewer';

/** One open blocker with all that helps to get it moving: what, where, how far, who, until when. */
export function BlockerLine({ blocker }: { blocker: BlockerView }) {
  const viewer = useViewer();
  const { shared } = viewer.texts;
  return (
    <li className="blocker">
      <IssueLink issueKey={blocker.key} />
      <bdi>{blocker.summary}</bdi>
      <bdi className="subtle">{blocker.department}</bdi>
      <StatusLozenge status={blocker.status} />
      <Person person={blocker.assignee} />
      <span className="subtle nowrap">
        {blocker.dueDate === null
          ? shared.noDue
          : shared.dueOn(dateText(blocker.dueDate, Date.now(), viewer))}
      </span>
    </li>
  );
}
