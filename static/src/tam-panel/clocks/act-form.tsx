import { type FormEvent, useState } from 'react';
import type { PanelView } from '../../../../src/contract/tam-panel';
import type { SlaView } from '../../../../src/contract/views';
import { announceDone } from '../../bridge/flags';
import { allClocks } from '../../ui/all-clocks';
import { FormButtons } from '../../ui/form-buttons';
import { SelectField, TextField } from '../../ui/inputs';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import { type ActDraft, type ActKind, faultsOf, kindsFor, requestOf } from './act-request';

type Props = { sla: SlaView; accept: (view: PanelView) => void; close: () => void };

/** More time for a clock, a new start, or out of the count: always with a reason. */
export function ActForm({ sla, accept, close }: Props) {
  const { act: texts, issue } = useTexts();
  const all = allClocks(sla);
  const clocks = [...new Set(all.map(({ clock }) => clock))];
  const first = sla.clocks.findLast(({ stoppedAt }) => stoppedAt === null)?.clock ?? clocks[0];
  const [draft, setDraft] = useState<ActDraft>(() => emptyDraft(first ?? 'resolution', sla));
  const [wasSent, setSent] = useState(false);
  const decide = useAction();
  useReturnFocus();
  const faults = faultsOf(draft);
  const kinds = kindsFor(draft.clock, all);
  const isExtension = draft.kind === 'extendTarget' || draft.kind === 'extendNow';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (faults.time || faults.reason) return;
    decide.run(
      () => resolver.recordSlaAct(requestOf(draft, sla.clientProjectId)),
      (next) => {
        accept(next);
        announceDone(texts.done);
        close();
      },
    );
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={texts.title}>
      <div className="form-row">
        <SelectField
          label={texts.clock}
          value={draft.clock}
          onChange={(name) =>
            setDraft(withClock(draft, clocks.find((clock) => clock === name) ?? draft.clock, sla))
          }
          options={clocks.map((clock) => ({ value: clock, label: issue.clock[clock] }))}
        />
        <SelectField
          label={texts.kind}
          hint={kinds.length === 1 ? texts.stopped : undefined}
          value={draft.kind}
          onChange={(kind) => setDraft({ ...draft, kind: kind as ActKind })}
          options={kinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
        />
      </div>
      {isExtension && (
        <div className="form-row">
          <TextField
            label={texts.hours}
            value={draft.hours}
            onChange={(hours) => setDraft({ ...draft, hours })}
            inputMode="numeric"
            error={wasSent && faults.time ? texts.badTime : undefined}
          />
          <TextField
            label={texts.minutes}
            value={draft.minutes}
            onChange={(minutes) => setDraft({ ...draft, minutes })}
            inputMode="numeric"
          />
        </div>
      )}
      <TextField
        label={texts.reason}
        hint={texts.reasonHint}
        value={draft.reason}
        onChange={(reason) => setDraft({ ...draft, reason })}
        maxLength={1000}
        error={wasSent && faults.reason ? texts.reasonShort : decide.problem?.fields?.reason}
      />
      <ProblemNotice problem={decide.problem} />
      <FormButtons submit={texts.submit} isBusy={decide.isBusy} cancel={close} />
    </form>
  );
}

function emptyDraft(clock: ActDraft['clock'], sla: SlaView): ActDraft {
  const [kind = 'exclude'] = kindsFor(clock, allClocks(sla));
  return { clock, kind, hours: '1', minutes: '0', reason: '' };
}

function withClock(draft: ActDraft, clock: ActDraft['clock'], sla: SlaView): ActDraft {
  const kinds = kindsFor(clock, allClocks(sla));
  const kind = kinds.includes(draft.kind) ? draft.kind : (kinds[0] ?? 'exclude');
  return { ...draft, clock, kind };
}
