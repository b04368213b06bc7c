import { weekdayText } from '../../i18n/moments';
import { useViewer } from '../../ui/viewer';

/** Writes a due date with its weekday: whether it is a Friday matters when dates are moved. */
export function useDay(): (date: string) => string {
  const viewer = useViewer();
  return (date) => weekdayText(date, Date.now(), viewer);
}
