import type { EpicRow } from '../../../src/contract/views';
import { HiddenItemsText } from './hidden-items';
import { IssueLink } from './issue-link';
import { Person } from './person';
import { ProgressBar } from './progress-bar';
import { StateLozenge, StatusLozenge } from './state-lozenge';
import { DueDate } from './times';
import { useTexts } from './viewer';

/** The facts of one epic, cell by cell, as every table of epics shows them. */
export function EpicCells({ epic }: { epic: EpicRow }) {
  const { table } = useTexts().shared;
  return (
    <>
      <th scope="row" className="table-wide-cell">
        <IssueLink issueKey={epic.key} /> <bdi>{epic.summary}</bdi>
        {epic.isThisIssue && <span className="subtle"> ({table.thisIssue})</span>}
      </th>
      <td>
        <StatusLozenge status={epic.status} />
      </td>
      <td>
        <Person person={epic.assignee} />
      </td>
      <td>
        <DueDate date={epic.dueDate} lateness={epic.overdue ? 'overdue' : 'inTime'} />
      </td>
      <td>
        <EpicProgress epic={epic} />
      </td>
      <td>
        <StateLozenge state={epic.state} />
        <EpicWaits epic={epic} />
      </td>
    </>
  );
}

function EpicProgress({ epic }: { epic: EpicRow }) {
  const { shared } = useTexts();
  if (epic.progress === null) {
    return (
      <span className="subtle" title={shared.noChildren}>
        –
      </span>
    );
  }
  const { done, total } = epic.progress;
  return (
    <ProgressBar
      label={shared.progress(done, total)}
      text={`${done}/${total}`}
      part={total === 0 ? 0 : done / total}
    />
  );
}

function EpicWaits({ epic }: { epic: EpicRow }) {
  const { table } = useTexts().shared;
  if (epic.waitsFor.length === 0 && epic.hiddenWaits.length === 0) return null;
  return (
    <div className="small">
      {epic.state === 'waiting' ? table.waitingFor : table.waitsFor}{' '}
      {epic.waitsFor.map((key, index) => (
        <span key={key}>
          {index > 0 && ', '}
          <IssueLink issueKey={key} />
        </span>
      ))}
      {epic.waitsFor.length > 0 && epic.hiddenWaits.length > 0 && ', '}
      <HiddenItemsText hidden={epic.hiddenWaits} />
    </div>
  );
}
