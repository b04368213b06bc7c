import type { PolicyRow, PolicyVersionRow } from '../../../../src/contract/tam-settings';
import { TableFrame } from '../../ui/table-frame';
import { Moment } from '../../ui/times';
import { useTexts } from '../../ui/viewer';

/** Every version of a contract: since when it judges, and what became of clocks that were open. */
export function PolicyVersions({ policy }: { policy: PolicyRow }) {
  const { policy: texts } = useTexts();
  const { columns } = texts;
  return (
    <details>
      <summary className="small">{texts.versions(policy.versions.length)}</summary>
      <TableFrame label={texts.versionsOf(policy.name)}>
        <thead>
          <tr>
            <th scope="col">{columns.version}</th>
            <th scope="col">{columns.from}</th>
            <th scope="col">{columns.saved}</th>
            <th scope="col">{columns.open}</th>
          </tr>
        </thead>
        <tbody>
          {policy.versions.map((version, index) => (
            <VersionLine
              key={version.version}
              version={version}
              place={index === policy.versions.length - 1 ? 'first' : 'later'}
              isLatest={index === 0}
            />
          ))}
        </tbody>
      </TableFrame>
    </details>
  );
}

type LineProps = {
  version: PolicyVersionRow;
  /** Before the first version there were no clocks. */
  place: 'first' | 'later';
  isLatest: boolean;
};

function VersionLine({ version, place, isLatest }: LineProps) {
  const { policy: texts, settings } = useTexts();
  const now = Date.now();
  const isPlanned = Date.parse(version.effectiveFrom) > now;
  const notes = [isLatest ? texts.latest : null, isPlanned ? texts.planned : null]
    .filter((note) => note !== null)
    .join(', ');
  const open = version.appliesToOpen ? texts.openMoved : texts.openKept;
  return (
    <tr>
      <th scope="row">
        <details>
          <summary>
            {settings.version(version.version)}{' '}
            {notes !== '' && <span className="subtle small">{notes}</span>}
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus */}
          <pre className="policy-text" tabIndex={0}>
            {version.text}
          </pre>
        </details>
      </th>
      <td>
        <Moment at={version.effectiveFrom} now={now} />
      </td>
      <td>
        <Moment at={version.savedAt} now={now} />
      </td>
      <td>{place === 'first' ? texts.openFirst : open}</td>
    </tr>
  );
}
