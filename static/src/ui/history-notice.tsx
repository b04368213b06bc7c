import { useTexts } from './viewer';
import './notice.css';

/** Numbers without a past look like good numbers: says that it is missing and who can add it. */
export function HistoryNotice() {
  const { shared } = useTexts();
  return <p className="notice notice-info">{shared.historyNotRead}</p>;
}
