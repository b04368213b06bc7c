import type { EpicRow } from '../../../src/contract/views';
import { ProblemNotice } from '../ui/problem-notice';
import { RemoveButton } from '../ui/remove-button';
import { useAction } from '../ui/use-action';
import { useTexts } from '../ui/viewer';
import type { ManageProps } from './neighbourhood';
import { resolver } from './resolver';

/** Every open wait between linked epics, each with a button that takes it away. */
export function OrderList({ epics, accept }: ManageProps & { epics: readonly EpicRow[] }) {
  const { panel, shared } = useTexts();
  const remove = useAction();
  const waits = openWaits(epics);
  return (
    <section className="stack stack-tight" aria-label={panel.orderForm.list}>
      <h3>{panel.orderForm.list}</h3>
      {waits.length === 0 && <p className="subtle">{panel.orderForm.none}</p>}
      <ul className="picked">
        {waits.map(({ successor, blocker }) => {
          const sentence = panel.orderForm.sentence(successor.key, blocker.key);
          const request = { successorId: successor.id, blockerId: blocker.id };
          return (
            <li key={sentence} className="picked-item">
              {sentence}
              <RemoveButton
                name={shared.removeNamed(sentence)}
                isDisabled={remove.isBusy}
                onClick={() => remove.run(() => resolver.removeOrder(request), accept)}
              />
            </li>
          );
        })}
      </ul>
      <ProblemNotice problem={remove.problem} />
    </section>
  );
}

function openWaits(epics: readonly EpicRow[]) {
  const byKey = new Map(epics.map((epic) => [epic.key, epic]));
  return epics.flatMap((successor) =>
    successor.waitsFor.flatMap((key) => {
      const blocker = byKey.get(key);
      return blocker ? [{ successor, blocker }] : [];
    }),
  );
}
