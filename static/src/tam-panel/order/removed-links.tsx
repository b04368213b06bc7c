import { useTexts } from '../../ui/viewer';
import { ActButton } from '../clocks/act-button';
import type { OrderProps } from './order-section';

/** Links that were set here and are no longer in Jira: somebody took them away there. */
export function RemovedLinks({ order, accept }: Pick<OrderProps, 'order' | 'accept'>) {
  const { order: texts } = useTexts();
  return order.removed.map(({ blockerId, blockerKey }) => (
    <div key={blockerId} className="notice notice-warning notice-inline" role="status">
      <p>{texts.removed(blockerKey)}</p>
      <ActButton
        request={{ kind: 'restoreLink', blockerId }}
        label={texts.restore}
        name={texts.restoreNamed(blockerKey)}
        done={texts.restored}
        accept={accept}
      />
    </div>
  ));
}
