import type { ClockReport } from '../../../src/contract/sla-report';
import { durationText } from '../i18n/duration';
import { formatLocale } from '../i18n/locale';
import { percentText, targetText } from '../i18n/percent';
import { useViewer } from '../ui/viewer';
import { Change } from './change';
import { decidedOf, isSmall, isSmallSample } from './figures';

type Props = {
  name: string;
  clock: ClockReport;
  targetPercent: number;
  /** Said where nothing was decided. */
  whenNone: string;
};

/** One clock: its percentage with the counts that it is made of, and what goes on now. */
export function Figure({ name, clock, targetPercent, whenNone }: Props) {
  const { texts } = useViewer();
  const { report } = texts;
  return (
    <section className="figure" aria-label={name}>
      <p className="subtle">{name}</p>
      {clock.percent === null ? (
        <>
          <p className="figure-percent figure-none">–</p>
          <p className="subtle">{whenNone}</p>
        </>
      ) : (
        <Decided clock={clock} percent={clock.percent} targetPercent={targetPercent} />
      )}
      <Took clock={clock} />
      <p className="small">
        <span className={clock.openBreaches > 0 ? 'danger' : 'subtle'}>
          {report.openBreaches(clock.openBreaches)}
        </span>{' '}
        <span className="subtle">· {report.dueSoon(clock.dueSoon)}</span>
      </p>
      {clock.changedLate > 0 && <p className="small">{report.changedLate(clock.changedLate)}</p>}
    </section>
  );
}

type DecidedProps = { clock: ClockReport; percent: number; targetPercent: number };

function Decided({ clock, percent, targetPercent }: DecidedProps) {
  const { texts, language } = useViewer();
  const { report } = texts;
  const { met, breached, extended, change } = clock;
  const count = (value: number) => value.toLocaleString(formatLocale(language));
  return (
    <>
      <p className="row">
        <span className={`figure-percent ${percentLook(clock, percent, targetPercent)}`}>
          {percentText(percent, { breached, targetPercent }, language)}
        </span>
        {change !== null && <Change points={change} />}
      </p>
      <p>
        {report.metOf(count(met), count(decidedOf(clock)))}
        {extended > 0 && <span className="subtle">, {report.extended(extended)}</span>}
      </p>
      <p className="subtle small">
        {report.target(targetText(targetPercent, language))}
        {': '}
        {percent < targetPercent ? report.missed : report.reached}
      </p>
      {isSmallSample(clock) && (
        <p className="subtle small">{report.smallSample(decidedOf(clock))}</p>
      )}
    </>
  );
}

function percentLook(clock: ClockReport, percent: number, targetPercent: number): string {
  if (isSmallSample(clock)) return 'figure-small';
  return percent < targetPercent ? 'figure-missed' : '';
}

/** How long it took: the median first, and on how many it stands. */
function Took({ clock: { durations } }: { clock: ClockReport }) {
  const { texts, language } = useViewer();
  if (durations === null) return null;
  const { n, p50Ms, p90Ms } = durations;
  const [p50, p90] = [durationText(p50Ms, language), durationText(p90Ms, language)];
  return (
    <p className={isSmall(n) ? 'small subtle' : 'small'}>
      {texts.report.durations(p50, p90)}{' '}
      <span className="subtle nowrap">
        ({texts.report.ofN(n.toLocaleString(formatLocale(language)))})
      </span>
    </p>
  );
}
