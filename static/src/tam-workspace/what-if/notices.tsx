import Button from '@atlaskit/button/new';
import type { WhatIfApplied, WhatIfSince, WhatIfView } from '../../../../src/contract/what-if';
import { HiddenItemsText } from '../../ui/hidden-items';
import { useFocusWhenLost } from '../../ui/use-focus-when-lost';
import { useTexts } from '../../ui/viewer';
import { leftText, sinceText } from './since-text';
import { useDay } from './use-day';

type SinceProps = {
  since: WhatIfSince;
  /** Of the last try to write the draft. */
  outcome: WhatIfApplied['outcome'] | null;
  isBusy: boolean;
  rebase: () => void;
  drop: () => void;
};

/** What has changed in Jira since the draft began, and the two ways on. */
export function SinceNotice({ since, outcome, isBusy, rebase, drop }: SinceProps) {
  const texts = useTexts();
  const { since: words, drop: dropIt, stale } = texts.whatIf;
  const day = useDay();
  // Takes over from the button that could not write.
  const title = useFocusWhenLost<HTMLParagraphElement>();
  const lines = since.changes.map((change) => sinceText(change, day, texts));
  return (
    <div className="notice notice-warning" role="alert">
      <p className="notice-title" tabIndex={-1} ref={title}>
        {outcome === 'stale' ? stale : words.title}
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {since.hidden.length > 0 && (
          <li>
            {words.hidden} <HiddenItemsText hidden={since.hidden} />
          </li>
        )}
        {lines.length + since.hidden.length === 0 && <li>{words.unnamed}</li>}
      </ul>
      <p>{words.ask}</p>
      <div className="row">
        <Button appearance="primary" isLoading={isBusy} onClick={rebase}>
          {words.rebase}
        </Button>
        <Button onClick={drop}>{dropIt}</Button>
      </div>
    </div>
  );
}

/** Moves that a rebase has left out, and why. */
export function LeftNotice({ left }: Pick<WhatIfView, 'left'>) {
  const texts = useTexts();
  if (left.length === 0) return null;
  return (
    <div className="notice notice-info" role="status">
      <p className="notice-title">{texts.whatIf.left.title}</p>
      <ul>
        {left.map((each) => (
          <li key={`${each.key} ${each.why}`}>{leftText(each, texts)}</li>
        ))}
      </ul>
    </div>
  );
}

/** What Jira did not take, issue by issue. */
export function FailedNotice({ failed }: Pick<WhatIfApplied, 'failed'>) {
  const { whatIf: texts } = useTexts();
  if (failed.length === 0) return null;
  return (
    <div className="notice notice-error" role="alert">
      <p className="notice-title">{texts.failed}</p>
      <ul>
        {failed.map(({ key, text }) => (
          <li key={key}>
            {key}: {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
