import type { HiddenItems } from '../../../src/contract/views';
import { useTexts } from './viewer';

/** "1 item in Backup, 2 items in Network": all that may be said of what one may not see. */
export function HiddenItemsText(props: { hidden: readonly HiddenItems[] }) {
  const { shared } = useTexts();
  if (props.hidden.length === 0) return null;
  const text = props.hidden.map((it) => shared.hiddenItems(it.count, it.department)).join(', ');
  return (
    <span className="subtle" title={shared.hiddenWhy}>
      {text}
    </span>
  );
}
