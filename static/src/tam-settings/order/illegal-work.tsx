import Button from '@atlaskit/button/new';
import type { IllegalWork as Found } from '../../../../src/contract/order-settings';
import type { OrderSite } from '../../../../src/core/order/policy/order-site';
import { Answered } from '../../ui/answered';
import { IssueLink } from '../../ui/issue-link';
import { TableFrame } from '../../ui/table-frame';
import { useAnswer } from '../../ui/use-answer';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';

type Props = {
  readonly site: OrderSite;
  readonly confirm: () => void;
  readonly close: () => void;
};

/** What runs out of order now, before somebody decides that it may go on. */
export function IllegalWork({ site, confirm, close }: Props) {
  const { orderSettings: texts, shared } = useTexts();
  const asked = useAnswer(() => resolver.listIllegalWork({ site }));
  return (
    <div className="notice notice-inline order-notice">
      <Answered asked={asked}>
        {(found) => (
          <div className="stack stack-tight">
            <h4>{texts.illegalTitle(found.total)}</h4>
            {found.total > 0 && <p>{texts.illegalText}</p>}
            {found.issues.length > 0 && <IllegalTable found={found} />}
            {found.hidden > 0 && <p className="subtle">{texts.illegalHidden(found.hidden)}</p>}
            {found.left > 0 && <p className="subtle">{texts.illegalLeft(found.left)}</p>}
            <div className="row">
              <Button onClick={confirm}>{texts.illegalConfirm}</Button>
              <Button appearance="subtle" onClick={close}>
                {shared.cancel}
              </Button>
            </div>
          </div>
        )}
      </Answered>
    </div>
  );
}

function IllegalTable({ found }: { found: Found }) {
  const { orderSettings: texts } = useTexts();
  const { illegalColumns: columns } = texts;
  return (
    <TableFrame label={texts.illegalTitle(found.total)}>
      <thead>
        <tr>
          <th scope="col">{columns.item}</th>
          <th scope="col">{columns.department}</th>
          <th scope="col">{columns.waitsFor}</th>
        </tr>
      </thead>
      <tbody>
        {found.issues.map((issue) => (
          <tr key={issue.issueKey}>
            <td className="table-name-cell">
              <IssueLink issueKey={issue.issueKey} /> <bdi>{issue.summary}</bdi>
            </td>
            <td>
              <bdi>{issue.department}</bdi>
            </td>
            <td>
              <Blockers keys={issue.waitsFor} hidden={issue.waitsForHidden} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

/** Keys that open in Jira, and how many more there are that one may not see. */
export function Blockers({ keys, hidden }: { keys: readonly string[]; hidden: number }) {
  const { orderSettings: texts } = useTexts();
  return (
    <span className="row">
      {keys.map((key) => (
        <IssueLink key={key} issueKey={key} />
      ))}
      {hidden > 0 && <span className="subtle small">{texts.hiddenMore(hidden)}</span>}
    </span>
  );
}
