import { useState } from 'react';
import type { LedgerView } from '../../../../src/contract/ledger';
import { durationText } from '../../i18n/duration';
import { labelText } from '../../ui/label-text';
import { TableFrame } from '../../ui/table-frame';
import { Moment } from '../../ui/times';
import { useTexts, useViewer } from '../../ui/viewer';
import { FrozenStretches } from './frozen-stretches';
import { labelLook } from './label-look';
import { LifeBar } from './life-bar';
import { Reopened } from './reopened';
import './ledger.css';

/** The life of an issue as a bar, as sums, and minute by minute. */
export function Ledger({ view }: { view: LedgerView }) {
  const { texts, language } = useViewer();
  const { ledger } = texts;
  if (view.entries.length === 0) return <p className="subtle">{ledger.empty}</p>;
  const ran = durationText(view.countedMs, language);
  return (
    <section className="stack stack-tight ledger" aria-label={ledger.title}>
      <p>
        <strong>{ledger.ran(ran, durationText(view.lifeMs, language))}</strong>
      </p>
      <LifeBar view={view} />
      <Reopened view={view} />
      <FrozenStretches view={view} />
      <Sums view={view} />
      <p className="subtle small">
        {ledger.counted} {ledger.clock}
      </p>
      <Minutes view={view} />
    </section>
  );
}

function Sums({ view }: { view: LedgerView }) {
  const { texts, language } = useViewer();
  const { ledger } = texts;
  const { columns } = ledger;
  const share = (ms: number) => `${Math.round((ms * 100) / Math.max(1, view.lifeMs)).toString()} %`;
  return (
    <TableFrame label={ledger.byLabel}>
      <thead>
        <tr>
          <th scope="col">{columns.what}</th>
          <th scope="col" className="number">
            {columns.lasted}
          </th>
          <th scope="col" className="number">
            {columns.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.sums.map(({ label, ms }) => (
          <tr key={JSON.stringify(label)}>
            <th scope="row">
              <span className={`life-key ${labelLook(label, view)}`} aria-hidden="true" />
              {labelText(label, ledger)}
            </th>
            <td className="number">{durationText(ms, language)}</td>
            <td className="number">{share(ms)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{ledger.total}</th>
          <td className="number">{durationText(view.lifeMs, language)}</td>
          <td className="number">100 %</td>
        </tr>
      </tbody>
    </TableFrame>
  );
}

function Minutes({ view }: { view: LedgerView }) {
  const { ledger } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{ledger.minutes}</summary>
      {isOpen && <MinuteTable view={view} />}
    </details>
  );
}

function MinuteTable({ view }: { view: LedgerView }) {
  const { texts, language } = useViewer();
  const { ledger } = texts;
  const { columns } = ledger;
  // As from long ago: in a list of days every moment says its day.
  const moment = (at: string) => <Moment at={at} now={0} />;
  return (
    <TableFrame label={ledger.minutes}>
      <thead>
        <tr>
          <th scope="col">{columns.from}</th>
          <th scope="col">{columns.to}</th>
          <th scope="col">{columns.what}</th>
          <th scope="col" className="number">
            {columns.lasted}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.entries.map(({ from, to, label }) => (
          <tr key={from}>
            <td>{moment(from)}</td>
            <td>{to === view.now ? ledger.now : moment(to)}</td>
            <td>{labelText(label, ledger)}</td>
            <td className="number">{durationText(Date.parse(to) - Date.parse(from), language)}</td>
          </tr>
        ))}
        {view.stoppedSince !== null && (
          <tr>
            <td>{moment(view.stoppedSince)}</td>
            <td>{ledger.now}</td>
            <td>{ledger.kind.stopped}</td>
            <td />
          </tr>
        )}
      </tbody>
    </TableFrame>
  );
}
