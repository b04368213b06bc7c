import type { SimulationRow } from '../../../src/contract/simulation';
import { formatLocale } from '../i18n/locale';
import { ProgressBar } from '../ui/progress-bar';
import { useViewer } from '../ui/viewer';
import { isSimulating } from './use-simulations';

/** How many incidents a run has replayed, of how many. */
export function RunProgress({ run }: { run: SimulationRow }) {
  const { texts, language } = useViewer();
  const count = (value: number) => value.toLocaleString(formatLocale(language));
  const { done, total } = run;
  const text = total === null ? count(done) : texts.settings.backfillOf(count(done), count(total));
  if (!isSimulating(run)) return <span className="small nowrap">{text}</span>;
  return (
    <ProgressBar label={texts.simulation.bar} text={text} part={total ? done / total : null} />
  );
}
