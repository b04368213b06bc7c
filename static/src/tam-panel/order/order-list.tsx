import type { EpicRow } from '../../../../src/contract/views';
import { ProblemNotice } from '../../ui/problem-notice';
import { RemoveButton } from '../../ui/remove-button';
import { useAction } from '../../ui/use-action';
import { useTexts } from '../../ui/viewer';
import type { ManageProps } from '../project/neighbourhood';
import { resolver } from '../resolver';

/** Every wait between linked epics, also those that are over, each with a button that takes it away. */
export function OrderList({ epics, accept }: ManageProps & { epics: readonly EpicRow[] }) {
  const { panel, shared } = useTexts();
  const remove = useAction();
  const waits = epics.flatMap((successor) =>
    successor.blockers.map((blocker) => ({ successor, blocker })),
  );
  return (
    <section className="stack stack-tight" aria-label={panel.orderForm.list}>
      <h3>{panel.orderForm.list}</h3>
      {waits.length === 0 && <p className="subtle">{panel.orderForm.none}</p>}
      <ul className="picked">
        {waits.map(({ successor, blocker }) => {
          const wait = panel.orderForm.sentence(successor.key, blocker.key);
          const request = { successorId: successor.id, blockerId: blocker.id };
          return (
            <li key={wait} className="picked-item">
              <span>
                {wait}
                {blocker.state !== 'open' && (
                  <span className="subtle"> ({panel.orderForm.blockerIs[blocker.state]})</span>
                )}
              </span>
              <RemoveButton
                name={shared.removeNamed(wait)}
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
