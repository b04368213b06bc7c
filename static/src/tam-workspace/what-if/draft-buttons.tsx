import Button from '@atlaskit/button/new';
import type { WhatIfChange, WhatIfView } from '../../../../src/contract/what-if';
import { useTexts } from '../../ui/viewer';
import { possibleDates } from './days-late';

type Props = {
  view: WhatIfView;
  isBusy: boolean;
  apply: () => void;
  change: (edit: WhatIfChange) => void;
  drop: () => void;
};

/** Write it, take along what follows, or drop it. While Jira is ahead the notice above decides. */
export function DraftButtons({ view, isBusy, apply, change, drop }: Props) {
  const { whatIf: texts } = useTexts();
  const { rows, since } = view;
  const possible = possibleDates(rows);
  const moves = rows.filter(({ move }) => move !== null).length;
  if (since !== null) return null;
  return (
    <div className="row">
      <Button appearance="primary" isLoading={isBusy} onClick={apply}>
        {texts.apply(moves)}
      </Button>
      {possible.length > 1 && (
        <Button onClick={() => change({ kind: 'move', moves: possible })}>
          {texts.takeAll(possible.length)}
        </Button>
      )}
      <Button appearance="subtle" onClick={drop}>
        {texts.drop}
      </Button>
    </div>
  );
}
