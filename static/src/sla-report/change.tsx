import { pointsText } from '../i18n/percent';
import { useViewer } from '../ui/viewer';

/** Better or worse than the period before: an arrow for the eye, a sentence for the ear. */
export function Change({ points }: { points: number }) {
  const { texts, language } = useViewer();
  const { report } = texts;
  const size = pointsText(points, language);
  const isSame = Math.abs(points) < 0.05;
  const words = isSame ? report.same : points > 0 ? report.more(size) : report.less(size);
  const arrow = isSame ? '=' : points > 0 ? '▲' : '▼';
  return (
    <span className={points < 0 && !isSame ? 'nowrap danger' : 'nowrap subtle'} title={words}>
      <span aria-hidden="true">
        {arrow}
        {isSame ? '' : ` ${size}`}
      </span>
      <span className="for-readers-only">{words}</span>
    </span>
  );
}
