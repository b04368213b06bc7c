import type { RecountView } from '../../../src/contract/sla-acts';
import { TableFrame } from '../ui/table-frame';
import { useViewer } from '../ui/viewer';
import { recountText } from './recount-text';

/** One frozen verdict and the second one, field by field. */
export function RecountTable({ recount }: { recount: RecountView }) {
  const viewer = useViewer();
  const { issue, ledger } = viewer.texts;
  const name = issue.clock[recount.clock];
  const title = recount.cycle > 1 ? issue.clock.cycle(name, recount.cycle) : name;
  const { recountColumns: columns } = ledger;
  return (
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
  );
}
