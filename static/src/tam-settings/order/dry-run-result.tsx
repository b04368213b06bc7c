import type { DryRunFound, DryRunView } from '../../../../src/contract/order-settings';
import { durationText } from '../../i18n/duration';
import { formatLocale } from '../../i18n/locale';
import { IssueLink } from '../../ui/issue-link';
import { TableFrame } from '../../ui/table-frame';
import { Moment } from '../../ui/times';
import { useTexts, useViewer } from '../../ui/viewer';
import { Blockers } from './illegal-work';

/** What a dry run found: how many starts, in which departments, and which. */
export function DryRunResult({ run }: { run: DryRunView }) {
  const { texts, language } = useViewer();
  const { orderSettings } = texts;
  const { found } = run;
  if (run.error !== null) return <p className="danger">{run.error}</p>;
  if (found === null) return null;
  const count = (value: number) => value.toLocaleString(formatLocale(language));
  const title = orderSettings.result(count(run.refusedCount ?? 0), count(found.starts));
  return (
    <section className="stack stack-tight" aria-label={title}>
      <h3>{title}</h3>
      <Verdict found={found} refused={run.refusedCount ?? 0} />
      {found.departments.length > 0 && <ByDepartment found={found} />}
      {found.refused.length > 0 && <Starts found={found} />}
      <Notes found={found} />
    </section>
  );
}

function Verdict({ found, refused }: { found: DryRunFound; refused: number }) {
  const { orderSettings: texts } = useTexts();
  if (found.starts === 0) return <p>{texts.noStarts}</p>;
  return refused === 0 ? <p>{texts.noneRefused}</p> : null;
}

function ByDepartment({ found }: { found: DryRunFound }) {
  const { texts, language } = useViewer();
  const { byDepartment, byDepartmentColumns: columns, wallClock } = texts.orderSettings;
  const count = (value: number) => value.toLocaleString(formatLocale(language));
  const time = (ms: number | null) => (ms === null ? '–' : durationText(ms, language));
  return (
    <>
      <TableFrame label={byDepartment}>
        <thead>
          <tr>
            <th scope="col">{columns.department}</th>
            {([columns.starts, columns.refused, columns.median, columns.total] as const).map(
              (name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {found.departments.map((it) => (
            <tr key={it.projectKey}>
              <th scope="row">
                <bdi>{it.name}</bdi>
              </th>
              <td className="number">{count(it.starts)}</td>
              <td className="number">{count(it.refused)}</td>
              <td className="number">{time(it.medianWaitMs)}</td>
              <td className="number">{it.refused === 0 ? '–' : time(it.totalWaitMs)}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <p className="subtle small">{wallClock}</p>
    </>
  );
}

function Starts({ found }: { found: DryRunFound }) {
  const { texts, language } = useViewer();
  const { starts, startColumns: columns, stillClosed } = texts.orderSettings;
  return (
    <TableFrame label={starts}>
      <thead>
        <tr>
          <th scope="col">{columns.item}</th>
          <th scope="col">{columns.at}</th>
          <th scope="col" className="number">
            {columns.waited}
          </th>
          <th scope="col">{columns.for}</th>
        </tr>
      </thead>
      <tbody>
        {found.refused.map((it) => (
          <tr key={`${it.issueKey} ${it.at}`}>
            <td>
              <IssueLink issueKey={it.issueKey} />
            </td>
            <td>
              <Moment at={it.at} now={Date.now()} />
            </td>
            <td className="number">
              {durationText(it.waitMs, language)}
              {it.isStillClosed && <div className="small subtle">{stillClosed}</div>}
            </td>
            <td>
              <Blockers keys={it.blockerKeys} hidden={it.blockersHidden} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

/** What the numbers leave out or do not name. */
function Notes({ found }: { found: DryRunFound }) {
  const { orderSettings: texts } = useTexts();
  const notes = [
    found.hidden > 0 && texts.startsHidden(found.hidden),
    found.left > 0 && texts.startsLeft(found.left),
    found.linksOutside > 0 && texts.linksOutside(found.linksOutside),
    found.unreadable > 0 && texts.unreadable(found.unreadable),
  ].filter((note) => note !== false);
  return notes.map((note) => (
    <p key={note} className="subtle small">
      {note}
    </p>
  ));
}
