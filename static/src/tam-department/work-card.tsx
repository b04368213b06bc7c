import type { WorkCard } from '../../../src/contract/tam-department';
import { momentText } from '../i18n/moments';
import { Blockers } from '../ui/blockers';
import { IssueLink } from '../ui/issue-link';
import { DueDate } from '../ui/times';
import { useViewer } from '../ui/viewer';

export type ColumnName = 'ready' | 'waiting' | 'running';

/** One piece of work: what, for which client, until when, and whom it waits for. */
export function WorkCardItem({ card, column }: { card: WorkCard; column: ColumnName }) {
  const viewer = useViewer();
  const { department, order } = viewer.texts;
  return (
    <li className="work-card">
      <p className="work-card-summary">
        <bdi>{card.summary}</bdi>
      </p>
      <p className="subtle small">
        <bdi>{card.client}</bdi> · <bdi>{card.clientProject}</bdi>
      </p>
      <p className="row row-apart">
        <IssueLink issueKey={card.key} />
        <DueDate date={card.dueDate} lateness={card.overdue ? 'overdue' : 'inTime'} />
      </p>
      {card.notBefore !== null && (
        <p className="small">
          {order.startsAfter(momentText(Date.parse(card.notBefore), Date.now(), viewer))}
        </p>
      )}
      {card.waitsFor.length + card.hidden.length > 0 && (
        <div className="work-card-waits small">
          <p className="subtle">{department.waitsFor[column]}</p>
          <Blockers waitsFor={card.waitsFor} hidden={card.hidden} />
        </div>
      )}
    </li>
  );
}
