import { type FormEvent, useState } from 'react';
import type { OrderLinkView } from '../../../../src/contract/order-acts';
import { announceDone } from '../../bridge/flags';
import { FormButtons } from '../../ui/form-buttons';
import { SelectField, TextField } from '../../ui/inputs';
import { lagText } from '../../ui/lag-text';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import { draftOf, type LagKind, lagOf } from './lag-draft';
import type { OrderProps } from './order-section';

type Props = Pick<OrderProps, 'accept'> & { links: readonly OrderLinkView[]; close: () => void };

const KINDS: readonly LagKind[] = ['none', 'workingDays', 'workingTime'];

/** How long after one blocker is done this may start, counted by its department's calendar. */
export function LagForm({ links, accept, close }: Props) {
  const texts = useTexts();
  const { times: words } = texts.order;
  const [blockerId, setBlocker] = useState(links[0]?.blockerId ?? '');
  const [draft, setDraft] = useState(() => draftOf(links[0]?.lag ?? null));
  const [wasSent, setSent] = useState(false);
  const set = useAction();
  const lag = lagOf(draft);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (lag === undefined) return;
    set.run(
      () => resolver.decideOrder({ kind: 'setLag', blockerId, lag }),
      (next) => {
        accept(next);
        announceDone(words.lagSet);
      },
    );
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={words.lag}>
      <h3>{words.lag}</h3>
      {links
        .flatMap(({ blockerKey, lag: own }) => (own === null ? [] : [{ blockerKey, own }]))
        .map(({ blockerKey, own }) => (
          <p key={blockerKey}>{words.lagOf(blockerKey, lagText(own, texts))}</p>
        ))}
      <div className="form-row">
        <SelectField
          label={words.blocker}
          value={blockerId}
          onChange={(id) => {
            setBlocker(id);
            setDraft(draftOf(links.find((link) => link.blockerId === id)?.lag ?? null));
          }}
          options={links.map((link) => ({ value: link.blockerId, label: link.blockerKey }))}
        />
        <SelectField
          label={words.kind}
          value={draft.kind}
          onChange={(kind) => setDraft({ ...draft, kind: kind as LagKind })}
          options={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        />
        {draft.kind !== 'none' && (
          <TextField
            label={words.amount}
            value={draft.amount}
            onChange={(amount) => setDraft({ ...draft, amount })}
            inputMode="numeric"
            error={wasSent && lag === undefined ? words.badAmount : undefined}
          />
        )}
      </div>
      <ProblemNotice problem={set.problem} />
      <FormButtons submit={words.setLag} isBusy={set.isBusy} cancel={close} />
    </form>
  );
}
