import { useState } from 'react';
import type { WhatIfApplied, WhatIfChange, WhatIfView } from '../../../../src/contract/what-if';
import { announceDone } from '../../bridge/flags';
import { Empty } from '../../ui/empty';
import { HiddenItemsText } from '../../ui/hidden-items';
import { ProblemNotice } from '../../ui/problem-notice';
import { Moment } from '../../ui/times';
import { useAction } from '../../ui/use-action';
import type { Asked } from '../../ui/use-answer';
import { useFocusWhenLost } from '../../ui/use-focus-when-lost';
import { useRefreshWhileVisible } from '../../ui/use-refresh';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import { DraftButtons } from './draft-buttons';
import { EndText } from './end-text';
import { FollowTable } from './follow-table';
import { MoveForm } from './move-form';
import { FailedNotice, LeftNotice, SinceNotice } from './notices';

/** Others may change Jira unseen by this page: while there is a draft it asks this often. */
const refreshMs = 5 * 60_000;
const DAY_MS = 86_400_000;

type Props = {
  id: string;
  view: WhatIfView;
  asked: Asked<WhatIfView>;
  written: () => void;
};

/** The draft: its base, its moves, what follows, and the ways out of it. */
export function Sandbox({ id, view, asked, written }: Props) {
  const { whatIf: texts } = useTexts();
  const action = useAction();
  const [applied, setApplied] = useState<WhatIfApplied | null>(null);
  useRefreshWhileVisible(asked.reload, view.base === null ? null : refreshMs);

  // Buttons stay as they are meanwhile: one that is disabled loses the keyboard's focus.
  const change = (edit: WhatIfChange, done: () => void = () => undefined) => {
    if (action.isBusy) return;
    action.run(
      () => resolver.changeWhatIf({ clientProjectId: id, change: edit }),
      (next) => {
        setApplied(null);
        asked.accept(next);
        done();
      },
    );
  };
  const apply = () => {
    if (action.isBusy) return;
    action.run(
      () => resolver.applyWhatIf({ clientProjectId: id, stamp: view.stamp }),
      (next) => {
        setApplied(next);
        asked.accept(next.view);
        if (next.written.length === 0) return;
        announceDone(texts.written(next.written.length));
        written();
      },
    );
  };
  const drop = () => change({ kind: 'drop' }, () => announceDone(texts.dropped));

  if (view.items.length === 0 && view.base === null) {
    return <Empty title={texts.nothingToMove} text={texts.nothingToMoveText} />;
  }
  return (
    <>
      <p className="subtle">{texts.intro}</p>
      <Base view={view} />
      {view.since !== null && (
        <SinceNotice
          since={view.since}
          outcome={applied?.outcome ?? null}
          isBusy={action.isBusy}
          rebase={() => change({ kind: 'rebase' })}
          drop={drop}
        />
      )}
      <LeftNotice left={view.left} />
      <MoveForm
        items={view.items}
        isBusy={action.isBusy}
        move={(issueId, to) => change({ kind: 'move', moves: [{ issueId, to }] })}
      />
      <ProblemNotice problem={action.problem} />
      <Follows view={view} change={change} />
      <FailedNotice failed={applied?.failed ?? []} />
      {view.base !== null && (
        <DraftButtons
          view={view}
          isBusy={action.isBusy}
          apply={apply}
          change={change}
          drop={drop}
        />
      )}
    </>
  );
}

function Base({ view: { base } }: { view: WhatIfView }) {
  const { whatIf: texts } = useTexts();
  if (base === null) return <p>{texts.asNow}</p>;
  // As if read the day after, so that it says its day.
  const dayAfter = Date.parse(base.at) + DAY_MS;
  return (
    <p>
      {texts.asOf} <Moment at={base.at} now={dayAfter} />{' '}
      <span className="subtle small">({texts.version(base.version)})</span>
    </p>
  );
}

type FollowsProps = {
  view: WhatIfView;
  change: (edit: WhatIfChange) => void;
};

function Follows({ view, change }: FollowsProps) {
  const { whatIf: texts } = useTexts();
  const heading = useFocusWhenLost<HTMLHeadingElement>(view.stamp);
  const { rows, before, solved, hidden, unplanned, isCut } = view;
  return (
    <section className="stack stack-tight" aria-label={texts.follows} aria-live="polite">
      <h3 tabIndex={-1} ref={heading}>
        {texts.follows}
      </h3>
      <EndText view={view} />
      {rows.length > 0 && <FollowTable label={texts.follows} rows={rows} change={change} />}
      {hidden.length > 0 && (
        <p>
          {texts.hidden} <HiddenItemsText hidden={hidden} />
        </p>
      )}
      {solved.length > 0 && <p>{texts.solved(solved.join(', '))}</p>}
      {before.length > 0 && (
        <details>
          <summary>{texts.before(before.length)}</summary>
          <FollowTable label={texts.before(before.length)} rows={before} change={change} />
        </details>
      )}
      {unplanned > 0 && <p className="subtle">{texts.unplanned(unplanned)}</p>}
      {isCut && <p className="subtle">{texts.cut}</p>}
    </section>
  );
}
