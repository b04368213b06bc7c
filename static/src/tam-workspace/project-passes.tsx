import type { ProjectPass, ProjectPasses } from '../../../src/contract/tam-workspace';
import { Answered } from '../ui/answered';
import { Empty } from '../ui/empty';
import { Folded } from '../ui/folded';
import { IssueLink } from '../ui/issue-link';
import { PassLozenge } from '../ui/pass-lozenge';
import { passOutcome } from '../ui/pass-outcome';
import { TableFrame } from '../ui/table-frame';
import { Moment } from '../ui/times';
import { useAnswer } from '../ui/use-answer';
import { useTexts, useViewer } from '../ui/viewer';
import { resolver } from './resolver';

/** As from long ago: in a list of days every moment says its day. */
const LONG_AGO = 0;

/** Folded: which moves were let through in spite of the order, and why. Asked when opened. */
export function ProjectPassesSection({ id }: { id: string }) {
  const { passes: texts } = useTexts().workspace;
  return (
    <Folded title={texts.heading}>
      <Asked id={id} />
    </Folded>
  );
}

function Asked({ id }: { id: string }) {
  const asked = useAnswer(() => resolver.passes({ clientProjectId: id }));
  return <Answered asked={asked}>{(view) => <Passes view={view} />}</Answered>;
}

function Passes({ view }: { view: ProjectPasses }) {
  const { workspace, shared } = useTexts();
  const { passes: texts } = workspace;
  if (view.passes.length + view.hidden === 0) {
    return <Empty title={texts.empty} text={texts.emptyText} />;
  }
  return (
    <>
      {view.passes.length > 0 && <PassTable passes={view.passes} />}
      {view.hidden > 0 && (
        <p className="subtle" title={shared.hiddenWhy}>
          {texts.hidden(view.hidden)}
        </p>
      )}
    </>
  );
}

function PassTable({ passes }: { passes: readonly ProjectPass[] }) {
  const { heading, columns } = useTexts().workspace.passes;
  return (
    <TableFrame label={heading}>
      <thead>
        <tr>
          <th scope="col">{columns.issue}</th>
          <th scope="col">{columns.gate}</th>
          <th scope="col">{columns.by}</th>
          <th scope="col">{columns.at}</th>
          <th scope="col">{columns.reason}</th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {passes.map((pass) => (
          <PassRow key={pass.id} pass={pass} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function PassRow({ pass }: { pass: ProjectPass }) {
  const viewer = useViewer();
  const { pass: words } = viewer.texts.order;
  return (
    <tr>
      <th scope="row">
        <IssueLink issueKey={pass.issueKey} />
      </th>
      <td className="nowrap">{words.gate[pass.gate]}</td>
      <td className="table-name-cell">
        <bdi>{pass.issuedBy ?? words.somebody}</bdi>
      </td>
      <td>
        <Moment at={pass.issuedAt} now={LONG_AGO} />
      </td>
      <td className="table-wide-cell">
        <bdi>{pass.reason}</bdi>
      </td>
      <td className="table-name-cell">
        <PassLozenge pass={pass} />
        <p className="subtle small">{passOutcome(pass, LONG_AGO, viewer)}</p>
      </td>
    </tr>
  );
}
