import Lozenge from '@atlaskit/lozenge/new';
import type { HandOverView } from '../../../../src/contract/hand-over';
import { IssueLink } from '../../ui/issue-link';
import { useTexts } from '../../ui/viewer';

type Props = {
  view: HandOverView;
  /** "To Backup", "From Network". */
  direction: string;
  /** It is the viewer's turn. */
  turn: 'ours' | 'theirs';
};

const looks = {
  none: 'neutral',
  given: 'information',
  accepted: 'success',
  returned: 'warning',
  withdrawn: 'neutral',
} as const;

/** Between whom, about which issue, and how it stands. */
export function HandOverHead({ view, direction, turn }: Props) {
  const { handOver: texts } = useTexts();
  const isOurs = turn === 'ours' && view.state === 'given';
  return (
    <p className="row">
      <Lozenge appearance={isOurs ? 'warning' : looks[view.state]}>
        {isOurs ? texts.waitsForYou : texts.state[view.state]}
      </Lozenge>
      <strong>
        <bdi>{direction}</bdi>
      </strong>
      {view.other === null ? (
        <span className="subtle">{texts.hiddenItem}</span>
      ) : (
        <>
          <IssueLink issueKey={view.other.key} />
          <bdi>{view.other.summary}</bdi>
        </>
      )}
    </p>
  );
}
