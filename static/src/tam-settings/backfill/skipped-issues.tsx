import { IssueLink } from '../../ui/issue-link';
import { useTexts } from '../../ui/viewer';

type Props = { skipped: readonly { readonly issueKey: string; readonly why: string }[] };

/** What could not be judged, and why. */
export function SkippedIssues({ skipped }: Props) {
  const { settings } = useTexts();
  if (skipped.length === 0) return null;
  return (
    <details className="small">
      <summary>{settings.skipped(skipped.length)}</summary>
      <ul className="skipped-list">
        {skipped.map((it) => (
          <li key={it.issueKey}>
            <IssueLink issueKey={it.issueKey} /> {it.why}
          </li>
        ))}
      </ul>
    </details>
  );
}
