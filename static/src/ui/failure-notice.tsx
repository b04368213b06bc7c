import Button from '@atlaskit/button/new';
import type { Texts } from '../i18n/en';
import './notice.css';

/** The app or Jira did not answer at all. */
export function FailureNotice(props: { texts: Texts; retry: () => void }) {
  const { shared } = props.texts;
  return (
    <div className="notice notice-error" role="alert">
      <p className="notice-title">{shared.failedTitle}</p>
      <p>{shared.failedText}</p>
      <Button onClick={props.retry}>{shared.retry}</Button>
    </div>
  );
}
