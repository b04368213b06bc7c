import { formatLocale } from '../../i18n/locale';
import { ProgressBar } from '../../ui/progress-bar';
import { useViewer } from '../../ui/viewer';
import { isUnderWay, type Run } from './run';

type Props = {
  readonly run: Pick<Run, 'state' | 'done' | 'total'>;
  /** What is counted, for a reader of the bar. */
  readonly label: string;
};

/** How far a run is, or how far it came. */
export function RunProgress({ run, label }: Props) {
  const { texts, language } = useViewer();
  const count = (value: number) => value.toLocaleString(formatLocale(language));
  const { done, total } = run;
  const text = total === null ? count(done) : texts.runs.doneOf(count(done), count(total));
  if (!isUnderWay(run)) return <span className="small nowrap">{text}</span>;
  return <ProgressBar label={label} text={text} part={total ? done / total : null} />;
}
