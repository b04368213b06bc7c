import type { RecountView } from '../../../../src/contract/sla-acts';
import { TableFrame } from '../../ui/table-frame';
import { useViewer } from '../../ui/viewer';
import { ChangeList } from './change-list';
import { recountText } from './recount-text';

/** One frozen verdict and the second one, field by field and stretch by stretch. */
export function RecountTable({ recount }: { recount: RecountView }) {
  const viewer = useViewer();
  const { issue, ledger } = viewer.texts;
  const name = issue.clock[recount.clock];
  const title = recount.cycle > 1 ? issue.clock.cycle(name, recount.cycle) : name;
  const { recountColumns: columns } = ledger;
  return (
    <>
      {recount.fields.length > 0 && (
        <TableFrame label={title}>
          <thead>
            <tr>
              <th scope="col">
                {title}: {columns.field}
              </th>
              <th scope="col">{columns.frozen}</th>
              <th scope="col">{columns.again}</th>
            </tr>
          </thead>
          <tbody>
            {recount.fields.map((field) => (
              <tr key={field.name}>
                <th scope="row">{ledger.fields[field.name] ?? field.name}</th>
                <td>{recountText(field.name, 'frozen', field.frozen, viewer)}</td>
                <td>{recountText(field.name, 'again', field.recount, viewer)}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
      {recount.because === 'act' && <p className="subtle small">{ledger.byAct}</p>}
      {recount.because === 'recompute' && recount.changes === null && (
        <p className="subtle small">{ledger.noLedger}</p>
      )}
      <ChangeList
        label={ledger.changes}
        changes={recount.changes ?? []}
        more={recount.moreChanges}
      />
    </>
  );
}
