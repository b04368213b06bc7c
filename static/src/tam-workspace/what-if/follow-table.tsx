import Button from '@atlaskit/button/new';
import type { WhatIfChange, WhatIfRow } from '../../../../src/contract/what-if';
import { HiddenItemsText } from '../../ui/hidden-items';
import { IssueLink } from '../../ui/issue-link';
import { lagText } from '../../ui/lag-text';
import { RemoveButton } from '../../ui/remove-button';
import { TableFrame } from '../../ui/table-frame';
import { useTexts } from '../../ui/viewer';
import { daysLate } from './days-late';
import { PlanDate } from './plan-date';
import { useDay } from './use-day';

type Props = {
  label: string;
  rows: readonly WhatIfRow[];
  change: (edit: WhatIfChange) => void;
};

/** What was moved and what is due too early behind it: dates, reasons, and what one can do. */
export function FollowTable({ label, rows, change }: Props) {
  const { whatIf, shared } = useTexts();
  const { columns } = whatIf;
  return (
    <TableFrame label={label}>
      <thead>
        <tr>
          <th scope="col">{columns.item}</th>
          <th scope="col">{columns.department}</th>
          <th scope="col">{columns.due}</th>
          <th scope="col">{columns.move}</th>
          <th scope="col">{columns.needs}</th>
          <th scope="col">{columns.why}</th>
          <th scope="col">
            <span className="for-readers-only">{shared.table.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FollowRow key={row.id} row={row} change={change} />
        ))}
      </tbody>
    </TableFrame>
  );
}

type RowProps = Pick<Props, 'change'> & { row: WhatIfRow };

function FollowRow({ row, change }: RowProps) {
  const { whatIf: texts } = useTexts();
  const day = useDay();
  const { id, key, summary, department, due, move, needs, overdue, mayMove } = row;
  const lateness = overdue ? 'overdue' : 'inTime';
  return (
    <tr>
      <th scope="row" className="table-wide-cell">
        <IssueLink issueKey={key} /> <bdi>{summary}</bdi>
        {!mayMove && <span className="subtle"> ({texts.elsewhere})</span>}
      </th>
      <td className="table-name-cell">
        <bdi>{department}</bdi>
      </td>
      <td className={move === null ? undefined : 'what-if-was'}>
        <PlanDate date={due} lateness={move === null ? lateness : 'inTime'} />
      </td>
      <td className="what-if-move">
        {move !== null && <PlanDate date={move} lateness={lateness} />}
      </td>
      <td>
        {needs !== null && (
          <span className="danger">
            <PlanDate date={needs} lateness="inTime" />{' '}
            <span className="small nowrap">{texts.late(daysLate(row))}</span>
          </span>
        )}
      </td>
      <td>
        <Because row={row} />
      </td>
      <td>
        <div className="row">
          {needs !== null && mayMove && (
            <Button
              spacing="compact"
              aria-label={texts.takeNamed(key, day(needs))}
              onClick={() => change({ kind: 'move', moves: [{ issueId: id, to: needs }] })}
            >
              {texts.take}
            </Button>
          )}
          {move !== null && (
            <RemoveButton
              name={texts.takeBack(key)}
              onClick={() => change({ kind: 'takeBack', issueId: id })}
            />
          )}
        </div>
      </td>
    </tr>
  );
}

function Because({ row: { because, becauseHidden } }: { row: WhatIfRow }) {
  const texts = useTexts();
  return (
    <>
      {because.map(({ key, lag }, index) => (
        <span key={key}>
          {index > 0 && ', '}
          <IssueLink issueKey={key} />
          {lag !== null && ` + ${lagText(lag, texts)}`}
        </span>
      ))}
      {because.length > 0 && becauseHidden.length > 0 && ', '}
      <HiddenItemsText hidden={becauseHidden} />
    </>
  );
}
