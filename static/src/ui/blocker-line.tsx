import type { ReactNode } from 'react';
import type { WaitView } from '../../../src/contract/order-acts';
import { dateText } from '../i18n/moments';
import { IssueLink } from './issue-link';
import { Person } from './person';
import { StatusLozenge } from './state-lozenge';
import { useViewer } from './viewer';
import { whyTexts } from './why-text';

type Props = { blocker: WaitView; action?: ReactNode };

/** One open blocker with all that helps to get it moving: what, where, how far, who, until when. */
export function BlockerLine({ blocker, action }: Props) {
  const viewer = useViewer();
  const { shared } = viewer.texts;
  const why = whyTexts(blocker, Date.now(), viewer);
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
      {why.length > 0 && <strong className="blocker-why">{why.join('; ')}</strong>}
      {action}
    </li>
  );
}
